package org.vigil.person.search.rules;

/** A known word that may have been meant. */
public record Candidate(KnownWord known, Closeness closeness) {

    /** Half the people of a force: a word is as rare as it is beside them. */
    private static final double EVERYBODY = 20;

    private static final double DOUBT_PER_BIT = 0.4;

    /**
     * How much less likely this was meant than a very common name spelt so: the slip itself, and, where there is one, that
     * a common name is likelier to be meant by a misspelling than a rare one.
     */
    public double doubt() {
        return closeness.way() == Closeness.Way.EXACT
                ? 0
                : closeness.cost() + DOUBT_PER_BIT * (EVERYBODY - Math.min(EVERYBODY, log2(1 + known.people())));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
