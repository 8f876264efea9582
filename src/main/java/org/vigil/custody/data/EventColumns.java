package org.vigil.custody.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.ReleaseRisk;
import org.vigil.custody.VictimContact;
import org.vigil.db.generated.tables.records.CustodyEventRecord;

/** How an event lies in its row and its lines. */
final class EventColumns {

    private EventColumns() {}

    /** The lists that an event carries, each line a row of its own. */
    enum Line {
        CONDITION,
        OFFENCE,
        CONSIDERED
    }

    static List<String> lines(CustodyEvent event, Line kind) {
        return switch (kind) {
            case CONDITION -> event.details().conditions();
            case OFFENCE -> event.details().offences();
            case CONSIDERED -> event.details().risk().considered();
        };
    }

    static void write(CustodyEvent event, CustodyEventRecord row) {
        var details = event.details();
        row.setKind(event.kind().name());
        row.setAt(event.at());
        row.setIsCurrent(event.current() ? true : null);
        row.setContentHash(event.contentHash());
        row.setStation(details.station());
        row.setOfficer(details.officer());
        row.setReason(details.reason());
        row.setBailEndsAt(details.bailEndsAt());
        row.setCourt(details.court());
        row.setHearingAt(details.hearingAt());
        row.setAuthority(name(details.authority()));
        row.setDetentionEndsAt(details.detentionEndsAt());
        row.setArrestedFor(name(details.arrestedFor()));
        row.setSurrenderAt(details.surrenderAt());
        row.setOrderHearingAt(details.orderHearingAt());
        row.setMurder(details.murder());
        row.setDomesticAbuse(details.domesticAbuse());
        row.setReleaseAt(details.releaseAt());
        row.setToldHow(details.victim().how());
        row.setToldConditions(details.victim().conditionsIncluded());
        row.setAttempts(details.victim().attempts());
        row.setSafeguarding(details.victim().safeguarding());
        row.setVictimRisk(details.risk().risk());
        row.setVictimViews(details.risk().victimViews());
        row.setViewsNotAsked(details.risk().notAskedWhy());
        row.setRecordedAt(event.recordedAt());
        row.setRecordedBy(event.recordedBy());
        row.setByHand(event.byHand());
    }

    static CustodyEvent read(CustodyEventRecord row, Map<Line, List<String>> lines) {
        return new CustodyEvent(
                row.getId(),
                CustodyEventKind.valueOf(row.getKind()),
                row.getAt(),
                new CustodyEvent.Details(
                        row.getStation(),
                        row.getOfficer(),
                        row.getReason(),
                        lines.getOrDefault(Line.CONDITION, List.of()),
                        row.getBailEndsAt(),
                        row.getCourt(),
                        row.getHearingAt(),
                        lines.getOrDefault(Line.OFFENCE, List.of()),
                        value(CustodyAuthority.class, row.getAuthority()),
                        row.getDetentionEndsAt(),
                        value(ArrestedFor.class, row.getArrestedFor()),
                        row.getSurrenderAt(),
                        row.getOrderHearingAt(),
                        row.getMurder(),
                        row.getDomesticAbuse(),
                        row.getReleaseAt(),
                        new VictimContact(
                                row.getToldHow(), row.getToldConditions(), row.getAttempts(), row.getSafeguarding()),
                        new ReleaseRisk(
                                row.getVictimRisk(),
                                lines.getOrDefault(Line.CONSIDERED, List.of()),
                                row.getVictimViews(),
                                row.getViewsNotAsked())),
                row.getContentHash(),
                row.getRecordedAt(),
                row.getRecordedBy(),
                row.getByHand(),
                Boolean.TRUE.equals(row.getIsCurrent()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
