package org.vigil.person.rules;

import java.util.List;
import org.vigil.person.rules.Similarity.Degree;

/** Compares names, also the wrong way round; of several, the two that fit best count. */
final class NameComparison {

    /** What the order being the wrong way round costs: it is rarer than the right one. */
    private static final double SWAPPED = -3;

    private final Frequencies shares;

    NameComparison(Frequencies shares) {
        this.shares = shares;
    }

    /** The verdicts on the given and the family name. */
    record Names(FieldVerdict given, FieldVerdict family) {

        static final Names MISSING =
                new Names(FieldVerdict.missing(Field.GIVEN_NAME), FieldVerdict.missing(Field.FAMILY_NAME));

        double bits() {
            return given.bits() + family.bits();
        }
    }

    Names of(List<NameKey> mine, List<NameKey> theirs) {
        Names best = null;
        for (var one : mine) {
            for (var other : theirs) {
                var straight = new Names(part(one.given(), other.given(), false), part(one.family(), other.family(), true));
                best = better(best, straight);
                best = better(best, swapped(one, other));
            }
        }
        return best == null ? Names.MISSING : best;
    }

    private static Names better(@org.jspecify.annotations.Nullable Names one, Names other) {
        return one == null || other.bits() > one.bits() ? other : one;
    }

    private Names swapped(NameKey one, NameKey other) {
        var given = part(one.given(), other.family(), true);
        var family = part(one.family(), other.given(), true);
        return new Names(
                new FieldVerdict(Field.GIVEN_NAME, given.agreement(), given.bits() + SWAPPED / 2),
                new FieldVerdict(Field.FAMILY_NAME, family.agreement(), family.bits() + SWAPPED / 2));
    }

    private FieldVerdict part(String one, String other, boolean family) {
        var field = family ? Field.FAMILY_NAME : Field.GIVEN_NAME;
        if (one.isEmpty() || other.isEmpty()) {
            return FieldVerdict.missing(field);
        }
        var degree = Similarity.ofNames(one, other);
        var share = Math.max(share(one), share(other));
        var bits = Weights.ofName(degree, share, family);
        return switch (degree) {
            case SAME -> FieldVerdict.same(field, bits);
            case VARIANT, CLOSE, PART, ALIKE -> FieldVerdict.close(field, bits);
            case DIFFERENT -> FieldVerdict.different(field, bits);
        };
    }

    /** A word is as common as it is in either place: names stand in the wrong one often enough. */
    private double share(String key) {
        return Math.max(shares.given(key), shares.family(key));
    }
}
