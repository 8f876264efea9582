package org.vigil.custody.ui;

import java.time.Instant;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.custody.CustodyRow;
import org.vigil.custody.CustodyState;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;

/** Draws a custody record as a row of a list. */
final class CustodyRows {

    private static final long SOON_SECONDS = 6 * 3600;
    private static final long BAIL_SOON_SECONDS = 14 * 24 * 3600;

    private CustodyRows() {}

    /** @param areaNames the area in words, by its key */
    static Row row(CustodyRow record, LongFunction<String> areaNames, Instant now) {
        var area = record.areaId() == null ? "No area: whole force" : areaNames.apply(record.areaId());
        var where = Stream.of(record.station(), area).filter(part -> part != null).distinct().collect(Collectors.joining(" · "));
        var row = Row.of(record.id(), record.name() + " · " + record.reference())
                .href("custody/" + record.id())
                .line(where)
                .line(record.state().label() + " since " + UkTime.moment(record.since())
                        + (record.offences() == null ? "" : " · " + record.offences()));
        return badges(clock(row, record, now), record);
    }

    private static Row clock(Row row, CustodyRow record, Instant now) {
        var limit = record.limitAt();
        var runs = record.inCell() || record.state() == CustodyState.ON_BAIL;
        if (limit == null || !runs) {
            return row.pill(record.state().label().toLowerCase(java.util.Locale.UK), Tone.NEUTRAL);
        }
        var soon = record.inCell() ? SOON_SECONDS : BAIL_SOON_SECONDS;
        var tone = !now.isBefore(limit)
                ? Tone.BAD
                : now.plusSeconds(soon).isBefore(limit) ? Tone.NEUTRAL : Tone.WARN;
        return row.tone(tone).due(limit);
    }

    private static Row badges(Row row, CustodyRow record) {
        var badged = row;
        if (record.twin()) {
            badged = badged.badge("Held on two records", Tone.BAD);
        }
        if (record.victimDue()) {
            badged = badged.badge("Victim not told", Tone.BAD);
        }
        if (record.inCell() && record.state() == CustodyState.CHARGED) {
            badged = badged.badge("Charged, still held", Tone.WARN);
        }
        return record.domesticAbuse() ? badged : badged.badge("Not domestic abuse", Tone.NEUTRAL);
    }
}
