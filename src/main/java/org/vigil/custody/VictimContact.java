package org.vigil.custody;

import org.jspecify.annotations.Nullable;

/**
 * How the victim came to know of a release, or what was done where they could not be reached.
 *
 * @param how by which safe means the victim was told
 * @param conditionsIncluded whether the conditions of the bail were told as well
 * @param attempts what was tried, where the victim could not be told
 * @param safeguarding what protects the victim meanwhile
 */
public record VictimContact(
        @Nullable String how,
        @Nullable Boolean conditionsIncluded,
        @Nullable String attempts,
        @Nullable String safeguarding) {

    public static final VictimContact NONE = new VictimContact(null, null, null, null);

    /** Whether it meets the duty to warn before a release (PACE s.47ZZA(5)): told, or both attempts and safeguarding. */
    public boolean suffices(boolean hasConditions) {
        return isInsteadOfTelling() || (attempts == null && (!hasConditions || Boolean.TRUE.equals(conditionsIncluded)));
    }

    /** The victim could not be reached; what was tried and what protects them is recorded. */
    public boolean isInsteadOfTelling() {
        return attempts != null && safeguarding != null;
    }
}
