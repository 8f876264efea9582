package org.vigil.victim.ui;

import java.time.Instant;
import java.util.Objects;
import java.util.function.LongFunction;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;
import org.vigil.victim.VictimRow;
import org.vigil.victim.VictimService.Listed;

/** Draws a victim as a row of a list. */
final class VictimRows {

    private VictimRows() {}

    /** @param areaNames the area in words, by its key */
    static Row row(Listed listed, LongFunction<String> areaNames, Instant now) {
        var of = listed.row();
        var kind = of.kind();
        var row = Row.of(
                        of.updateId() == null ? "case-" + of.caseId() + "-" + of.place() : Long.toString(of.updateId()),
                        listed.name() + " · " + (kind == null ? "not reached since the report" : kind.label()))
                .href(of.updateId() == null || of.toldAt() != null
                        ? "cases/key/" + of.caseId() + "/victim"
                        : "cases/updates/" + of.updateId())
                .line("Case " + of.reference() + " · "
                        + (of.areaId() == null ? "No area: whole force" : areaNames.apply(of.areaId())))
                .line((kind == null ? "Reported " : "Since ") + UkTime.moment(of.at()) + attempts(of.attempts()));
        if (of.risk() == RiskGrade.HIGH) {
            row = row.badge("High risk", Tone.BAD);
        }
        return clock(row, of, now);
    }

    private static Row clock(Row row, VictimRow of, Instant now) {
        if (of.toldAt() != null) {
            return row.pill("told " + UkTime.moment(Objects.requireNonNull(of.toldAt())), Tone.OK);
        }
        if (of.updateId() == null) {
            return row.pill("not reached", Tone.BAD);
        }
        if (of.dueAt() == null) {
            return row.pill("to tell, no clock", Tone.WARN);
        }
        var told = of.enhanced() ? row.badge("Enhanced rights", Tone.NEW) : row;
        return told.tone(of.dueAt().isAfter(now) ? Tone.WARN : Tone.BAD).due(of.dueAt());
    }

    private static String attempts(int failed) {
        return switch (failed) {
            case 0 -> "";
            case 1 -> " · one attempt without success";
            default -> " · " + failed + " attempts without success";
        };
    }
}
