package org.vigil.person.rules;

import org.vigil.person.BirthDate;
import java.time.LocalDate;
import java.util.List;

/**
 * What the ages of two records say about how they may be related.
 *
 * @param areAdult both are past the age at which nearly every twin lives at home
 * @param areGrown both are past the age at which more than a few twins still do
 * @param areOfOneYear brothers and sisters, twins apart, are not
 * @param areAGenerationApart a parent and a child may be so far apart
 */
record Ages(boolean areAdult, boolean areGrown, boolean areOfOneYear, boolean areAGenerationApart) {

    private static final int ADULT = 18;
    private static final int GROWN = 30;
    private static final int YOUNGEST_PARENT = 16;
    private static final int OLDEST_PARENT = 45;

    static Ages of(Evidence one, Evidence other, LocalDate today) {
        return new Ages(
                areOver(ADULT, one.births(), today) && areOver(ADULT, other.births(), today),
                areOver(GROWN, one.births(), today) && areOver(GROWN, other.births(), today),
                one.births().stream()
                        .anyMatch(mine -> other.births().stream()
                                .anyMatch(theirs -> mine.year() != null && mine.year().equals(theirs.year()))),
                one.births().stream()
                        .anyMatch(mine -> other.births().stream().anyMatch(theirs -> areAGenerationApart(mine, theirs))));
    }

    private static boolean areOver(int years, List<BirthDate> births, LocalDate today) {
        return !births.isEmpty()
                && births.stream().allMatch(birth -> birth.year() != null && birth.year() <= today.getYear() - years);
    }

    private static boolean areAGenerationApart(BirthDate one, BirthDate other) {
        if (one.year() == null || other.year() == null) {
            return true;
        }
        var years = Math.abs(one.year() - other.year());
        return years >= YOUNGEST_PARENT && years <= OLDEST_PARENT;
    }
}
