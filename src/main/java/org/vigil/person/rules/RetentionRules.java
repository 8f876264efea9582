package org.vigil.person.rules;

import java.time.LocalDate;

/**
 * When a record must be looked at: whether it is still needed is somebody's decision. Source: College of Policing, APP on
 * retention, review and disposal; the groups' intervals are to be confirmed by the force.
 */
public final class RetentionRules {

    private static final int FIRST_REVIEW_YEARS = 6;
    private static final int LATER_REVIEW_YEARS = 10;

    private RetentionRules() {}

    /** Of a record of group 3, in which every new one is. */
    public static LocalDate firstReview(LocalDate created) {
        return created.plusYears(FIRST_REVIEW_YEARS);
    }

    /**
     * The next one after a review.
     *
     * @param group 1 is public protection, reviewed every ten years; the others have the shorter interval
     */
    public static LocalDate nextReview(int group, LocalDate reviewed) {
        return reviewed.plusYears(group <= 2 ? LATER_REVIEW_YEARS : FIRST_REVIEW_YEARS);
    }
}
