package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.DEADLINE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.Circumstance;
import org.vigil.deadline.rules.ClockStart;
import org.vigil.deadline.rules.Closing;
import org.vigil.deadline.rules.Deadline;
import org.vigil.deadline.rules.Standing;
import org.vigil.deadline.rules.Timing;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Reads rows of the deadline table. */
final class DeadlineRows {

    private DeadlineRows() {}

    static Deadline deadline(Record row) {
        return new Deadline(
                row.get(DEADLINE.ID),
                row.get(DEADLINE.RULE_ID),
                row.get(DEADLINE.RULE_CODE),
                new SubjectRef(
                        SubjectType.valueOf(row.get(DEADLINE.SUBJECT_TYPE)),
                        row.get(DEADLINE.SUBJECT_ID),
                        row.get(DEADLINE.SUBJECT_REFERENCE)),
                row.get(DEADLINE.TITLE),
                row.get(DEADLINE.AREA_ID),
                start(row),
                Standing.valueOf(row.get(DEADLINE.STATUS)),
                timing(row),
                closing(row),
                row.get(DEADLINE.OPENED_AT),
                row.get(DEADLINE.CALENDAR_EDITION_ID),
                row.get(DEADLINE.SUPERSEDES_ID),
                row.get(DEADLINE.VERSION));
    }

    private static ClockStart start(Record row) {
        return new ClockStart(
                row.get(DEADLINE.STARTED_AT),
                row.get(DEADLINE.START_EVIDENCE),
                row.get(DEADLINE.GIVEN_MINUTES),
                row.get(DEADLINE.GIVEN_END),
                row.get(DEADLINE.NOT_LATER_THAN),
                circumstances(row.get(DEADLINE.CIRCUMSTANCES)));
    }

    private static Timing timing(Record row) {
        var next = row.get(DEADLINE.NEXT_RUNG);
        return new Timing(
                row.get(DEADLINE.DUE_AT),
                row.get(DEADLINE.FIRST_DUE_AT),
                row.get(DEADLINE.SOON_AT),
                row.get(DEADLINE.BREACHABLE),
                row.get(DEADLINE.CONSUMED_MICROS),
                row.get(DEADLINE.RUNNING_SINCE),
                next == null ? null : next.intValue(),
                row.get(DEADLINE.NEXT_RUNG_AT));
    }

    private static @Nullable Closing closing(Record row) {
        var closedAt = row.get(DEADLINE.CLOSED_AT);
        if (closedAt == null) {
            return null;
        }
        var by = row.get(DEADLINE.CLOSED_BY);
        return new Closing(
                closedAt,
                row.get(DEADLINE.MET_AT),
                row.get(DEADLINE.MET_EVIDENCE),
                row.get(DEADLINE.RECORDED_LATE),
                row.get(DEADLINE.CLOSE_REASON),
                by == null ? "engine" : by);
    }

    private static Set<Circumstance> circumstances(String text) {
        var set = EnumSet.noneOf(Circumstance.class);
        if (!text.isEmpty()) {
            Arrays.stream(text.split(",")).map(Circumstance::valueOf).forEach(set::add);
        }
        return set;
    }

    static String text(Set<Circumstance> circumstances) {
        return circumstances.isEmpty()
                ? ""
                : String.join(",", new TreeSet<>(circumstances.stream().map(Enum::name).toList()));
    }
}
