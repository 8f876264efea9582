package org.vigil.person.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.person.BirthDate;

/**
 * What group and review of a record hang on.
 *
 * @param chosenGroup the group that an officer chose, or null
 * @param last what happened last
 * @param reviewedOn when a review last kept the record, or null
 * @param births the dates of birth that are claimed and not wrong
 */
public record ReviewFacts(
        Set<Sign> signs,
        @Nullable Integer chosenGroup,
        Event last,
        @Nullable LocalDate reviewedOn,
        List<BirthDate> births) {

    public ReviewFacts {
        signs = Set.copyOf(signs);
        births = List.copyOf(births);
    }

    /** Something about a record by which it may belong into a group. */
    public record Sign(ReviewGround.Kind kind, String code, boolean domesticAbuse, boolean highRisk) {}

    /** @param what in words: "a call", "a marker" */
    public record Event(String what, LocalDate on) {}
}
