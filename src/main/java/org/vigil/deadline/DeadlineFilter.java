package org.vigil.deadline;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectType;

/**
 * Which deadlines are wanted, and in which order. What is empty or null doesn't narrow.
 *
 * @param subjectReference as people call the subject
 * @param areas only of these areas, within the viewer's own
 * @param dueBefore due before this instant, exclusive
 * @param openedSince opened at or after this instant
 * @param newestFirst by opening, newest first, instead of by due time
 */
public record DeadlineFilter(
        Set<DeadlineState> states,
        Set<String> rules,
        @Nullable SubjectType subjectType,
        @Nullable Long subjectId,
        @Nullable String subjectReference,
        Set<Long> areas,
        @Nullable Instant dueBefore,
        @Nullable Instant openedSince,
        boolean newestFirst) {

    public static final DeadlineFilter ALL =
            new DeadlineFilter(Set.of(), Set.of(), null, null, null, Set.of(), null, null, false);

    public DeadlineFilter {
        states = Set.copyOf(states);
        rules = Set.copyOf(rules);
        areas = Set.copyOf(areas);
    }

    public DeadlineFilter in(DeadlineState... wanted) {
        return in(Set.of(wanted));
    }

    public DeadlineFilter in(Set<DeadlineState> wanted) {
        return new DeadlineFilter(
                wanted, rules, subjectType, subjectId, subjectReference, areas, dueBefore, openedSince, newestFirst);
    }

    public DeadlineFilter ofRules(Set<String> wanted) {
        return new DeadlineFilter(
                states, wanted, subjectType, subjectId, subjectReference, areas, dueBefore, openedSince, newestFirst);
    }

    public DeadlineFilter about(@Nullable SubjectType type, @Nullable Long id, @Nullable String reference) {
        return new DeadlineFilter(states, rules, type, id, reference, areas, dueBefore, openedSince, newestFirst);
    }

    public DeadlineFilter inAreas(Set<Long> wanted) {
        return new DeadlineFilter(
                states, rules, subjectType, subjectId, subjectReference, wanted, dueBefore, openedSince, newestFirst);
    }

    public DeadlineFilter dueBefore(Instant before) {
        return new DeadlineFilter(
                states, rules, subjectType, subjectId, subjectReference, areas, before, openedSince, newestFirst);
    }

    /** Opened at or after an instant, newest first. */
    public DeadlineFilter openedSince(Instant since) {
        return new DeadlineFilter(
                states, rules, subjectType, subjectId, subjectReference, areas, dueBefore, since, true);
    }
}
