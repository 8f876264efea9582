package org.vigil.victim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * What a victim is to be told of one event of one suspect.
 *
 * @param id 0 while it is not stored
 * @param place the victim's number among the case's people
 * @param suspectPlace the suspect's; null where it is of no single one
 * @param words what the victim is told
 * @param enhanced whether it was opened, or last put, under enhanced rights
 * @param settled null while it is still to be told
 * @param clockProblem why it has no clock, where it can have none
 */
public record VictimUpdate(
        long id,
        long caseId,
        int place,
        @Nullable Integer suspectPlace,
        UpdateKind kind,
        Instant eventAt,
        String words,
        boolean enhanced,
        UpdateState state,
        @Nullable Settled settled,
        @Nullable String clockProblem,
        Instant openedAt,
        int version) {

    /**
     * How it was settled.
     *
     * @param at when the victim was told, or when it was decided that she could not or need not be
     * @param contactId the contact that told it
     * @param why why it was not told
     */
    public record Settled(Instant at, String by, @Nullable Long contactId, @Nullable String why) {}

    public boolean isOwed() {
        return state == UpdateState.TO_TELL;
    }

    /** What its clock and its alerts are about. */
    public SubjectRef subject(String caseReference) {
        return new SubjectRef(SubjectType.VICTIM_UPDATE, id, caseReference);
    }

    public VictimUpdate withId(long known) {
        return new VictimUpdate(known, caseId, place, suspectPlace, kind, eventAt, words, enhanced, state, settled,
                clockProblem, openedAt, version);
    }

    public VictimUpdate movedTo(Instant at, String said) {
        return new VictimUpdate(id, caseId, place, suspectPlace, kind, at, said, enhanced, state, settled, clockProblem,
                openedAt, version);
    }

    public VictimUpdate withEnhanced(boolean applies) {
        return new VictimUpdate(id, caseId, place, suspectPlace, kind, eventAt, words, applies, state, settled,
                clockProblem, openedAt, version);
    }

    public VictimUpdate settled(UpdateState now, Settled how) {
        return new VictimUpdate(id, caseId, place, suspectPlace, kind, eventAt, words, enhanced, now, how, clockProblem,
                openedAt, version);
    }

    public VictimUpdate withoutClock(@Nullable String problem) {
        return new VictimUpdate(id, caseId, place, suspectPlace, kind, eventAt, words, enhanced, state, settled, problem,
                openedAt, version);
    }
}
