package org.vigil.deadline.rules;

/** A yes-or-no fact of the case that changes how a rule counts. */
public enum Circumstance {
    /** Charged with murder: Saturdays and bank holidays are left out too (Bail Act 1976 s.7(8)). */
    MURDER_CHARGE,
    /** Arrested for failing to answer or for breaking street bail: the first three hours don't count (PACE s.46A). */
    SECTION_46A,
    /** The victim could not be told before the release: an hour from the decision is left (force policy). */
    BEFORE_RELEASE_IMPOSSIBLE
}
