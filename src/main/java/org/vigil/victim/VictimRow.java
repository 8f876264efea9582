package org.vigil.victim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RiskGrade;

/**
 * A victim in a list.
 *
 * @param updateId what is or was to be told; null where the row is of a victim who was not reached at all
 * @param at the event, or the report where there is none
 * @param dueAt when the running clock is due; null where none runs
 * @param attempts to reach the victim since then that failed
 */
public record VictimRow(
        long caseId,
        int place,
        @Nullable Long updateId,
        String reference,
        @Nullable Long areaId,
        @Nullable RiskGrade risk,
        @Nullable UpdateKind kind,
        boolean enhanced,
        Instant at,
        @Nullable Instant dueAt,
        @Nullable Instant toldAt,
        int attempts) {}
