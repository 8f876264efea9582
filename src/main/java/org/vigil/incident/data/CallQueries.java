package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.db.OwnRecords;
import org.vigil.db.generated.tables.records.IncidentRecord;
import org.vigil.incident.Call;
import org.vigil.incident.CallDetails;
import org.vigil.incident.CallKey;
import org.vigil.incident.CallTimes;
import org.vigil.incident.CallerType;
import org.vigil.incident.Disposal;
import org.vigil.incident.Grading;
import org.vigil.incident.Locality;
import org.vigil.incident.Place;
import org.vigil.incident.RiskAssessment;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Reads whole calls. */
@Component
public class CallQueries {

    private final DSLContext sql;

    CallQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** One call with all its parts, if the viewer's areas cover it. */
    public Optional<Call> byId(Viewer viewer, long id) {
        var rows = sql.selectFrom(INCIDENT)
                .where(INCIDENT.ID.eq(id))
                .and(visibleTo(viewer))
                .fetch();
        return calls(rows).stream().findFirst();
    }

    /** The same, with its row locked until the transaction ends. */
    public Optional<Call> lock(Viewer viewer, long id) {
        var rows = sql.selectFrom(INCIDENT)
                .where(INCIDENT.ID.eq(id))
                .and(visibleTo(viewer))
                .forUpdate()
                .fetch();
        return calls(rows).stream().findFirst();
    }

    /**
     * The calls that are held under these keys, their rows locked until the transaction ends; always locked in the same
     * order, so that two batches with the same calls wait for each other and do not deadlock.
     */
    public Map<CallKey, Call> lock(Collection<CallKey> keys) {
        var held = new LinkedHashMap<CallKey, Call>();
        CallKey.bySource(keys).forEach((source, references) -> calls(sql.selectFrom(INCIDENT)
                        .where(INCIDENT.SOURCE.eq(source))
                        .and(INCIDENT.REFERENCE.in(references))
                        .orderBy(INCIDENT.SOURCE, INCIDENT.REFERENCE)
                        .forUpdate()
                        .fetch())
                .forEach(call -> held.put(CallKey.of(call), call)));
        return held;
    }

    /** A record without an area concerns the whole force, and so everybody but those whom it names. */
    static Condition visibleTo(Viewer viewer) {
        return inReachOf(viewer).and(OwnRecords.notNaming(viewer, SubjectType.INCIDENT, INCIDENT.ID));
    }

    /** The viewer's areas cover it, or it is of none. */
    static Condition inReachOf(Viewer viewer) {
        return viewer.coversWholeForce()
                ? DSL.trueCondition()
                : INCIDENT.AREA_ID.in(viewer.areaIds()).or(INCIDENT.AREA_ID.isNull());
    }

    private List<Call> calls(Result<IncidentRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts = CallParts.of(sql, rows.getValues(INCIDENT.ID));
        return rows.stream().map(row -> call(row, parts)).toList();
    }

    private static Call call(IncidentRecord row, CallParts parts) {
        var id = row.getId();
        return new Call(
                id,
                row.getVersion(),
                row.getSource(),
                row.getReference(),
                row.getChangedAt(),
                row.getTakenInAt(),
                row.getContentHash(),
                new CallTimes(
                        row.getReceivedAt(),
                        row.getCreatedAt(),
                        row.getGradedAt(),
                        row.getDispatchedAt(),
                        row.getArrivedAt(),
                        row.getClosedAt()),
                new Grading(
                        row.getGrade(),
                        row.getFirstGrade(),
                        row.getDomesticAbuse(),
                        parts.steps().getOrDefault(id, List.of())),
                new Place(
                        row.getAddressLine(),
                        row.getPostcode(),
                        row.getPostcodeDoubtful(),
                        value(Locality.class, row.getLocality()),
                        row.getAreaId()),
                new CallDetails(
                        row.getOpeningCode(),
                        row.getClosingCode(),
                        value(Disposal.class, row.getDisposal()),
                        row.getDescription(),
                        value(CallerType.class, row.getCallerType()),
                        row.getCallTakerTeam(),
                        row.getChildrenPresent(),
                        risk(row)),
                parts.parties().getOrDefault(id, List.of()),
                parts.units().getOrDefault(id, List.of()),
                parts.arrests().getOrDefault(id, List.of()),
                parts.crimes().getOrDefault(id, List.of()),
                parts.corrections().getOrDefault(id, List.of()));
    }

    private static @Nullable RiskAssessment risk(IncidentRecord row) {
        var risk = new RiskAssessment(
                value(RiskTool.class, row.getRiskTool()),
                row.getRiskVersion(),
                value(RiskGrade.class, row.getRiskGrade()),
                row.getRiskAt());
        return risk.equals(new RiskAssessment(null, null, null, null)) ? null : risk;
    }

    static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
