package org.vigil.person.rules;

/**
 * Weights after Fellegi and Sunter: the logarithm, to base 2, of how much likelier an agreement is between two records of
 * one person than between two people. The first likelihoods are judgement, the same for every force; the second come
 * from how common the value is among the people held.
 */
final class Weights {

    private Weights() {}

    /** Of names' parts: how often they agree so far within one person, and by chance given the commoner one's share. */
    static double ofName(Similarity.Degree degree, double share, boolean family) {
        return switch (degree) {
            case SAME -> bits(0.75, share);
            case VARIANT -> bits(0.04, 2 * share + 0.0005);
            // By chance, two of one common name of whom one is misspelt, or one of the names that are really so near.
            case CLOSE -> bits(0.14, share + 0.0008);
            case PART -> bits(0.03, 3 * share + 0.001);
            case ALIKE -> bits(0.05, 2 * share + 0.003);
            // A family name changes with a marriage, a given one hardly ever.
            case DIFFERENT -> family ? -3 : -4;
        };
    }

    static double bits(double amongOne, double byChance) {
        return Math.log(amongOne / Math.min(1, byChance)) / Math.log(2);
    }
}
