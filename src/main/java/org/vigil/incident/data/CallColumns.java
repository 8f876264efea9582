package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.Call;
import org.vigil.incident.CallState;
import org.vigil.incident.RiskAssessment;

/** Which column of {@code incident} holds what of a call; the key and the version are not among them. */
final class CallColumns {

    private static final RiskAssessment NO_RISK = new RiskAssessment(null, null, null, null);

    static final Map<Field<?>, BiFunction<Call, CallState, @Nullable Object>> ALL = columns();

    private CallColumns() {}

    /** The values in the order of the columns. */
    static @Nullable Object[] values(Call call, CallState state) {
        return ALL.values().stream().map(column -> column.apply(call, state)).toArray();
    }

    private static Map<Field<?>, BiFunction<Call, CallState, @Nullable Object>> columns() {
        var columns = new LinkedHashMap<Field<?>, BiFunction<Call, CallState, @Nullable Object>>();
        columns.put(INCIDENT.SOURCE, (call, state) -> call.source());
        columns.put(INCIDENT.REFERENCE, (call, state) -> call.reference());
        columns.put(INCIDENT.CHANGED_AT, (call, state) -> call.changedAt());
        columns.put(INCIDENT.TAKEN_IN_AT, (call, state) -> call.takenInAt());
        columns.put(INCIDENT.CONTENT_HASH, (call, state) -> call.contentHash());
        columns.put(INCIDENT.RECEIVED_AT, (call, state) -> call.times().receivedAt());
        columns.put(INCIDENT.CREATED_AT, (call, state) -> call.times().createdAt());
        columns.put(INCIDENT.GRADED_AT, (call, state) -> call.times().gradedAt());
        columns.put(INCIDENT.DISPATCHED_AT, (call, state) -> call.times().dispatchedAt());
        columns.put(INCIDENT.ARRIVED_AT, (call, state) -> call.times().arrivedAt());
        columns.put(INCIDENT.CLOSED_AT, (call, state) -> call.times().closedAt());
        columns.put(INCIDENT.GRADE, (call, state) -> call.grading().grade());
        columns.put(INCIDENT.FIRST_GRADE, (call, state) -> call.grading().firstGrade());
        columns.put(INCIDENT.DOMESTIC_ABUSE, (call, state) -> call.grading().domesticAbuse());
        columns.put(INCIDENT.OPENING_CODE, (call, state) -> call.details().openingCode());
        columns.put(INCIDENT.CLOSING_CODE, (call, state) -> call.details().closingCode());
        columns.put(INCIDENT.DISPOSAL, (call, state) -> name(call.details().disposal()));
        columns.put(INCIDENT.DESCRIPTION, (call, state) -> call.details().description());
        columns.put(INCIDENT.CALLER_TYPE, (call, state) -> name(call.details().callerType()));
        columns.put(INCIDENT.CALL_TAKER_TEAM, (call, state) -> call.details().callTakerTeam());
        columns.put(INCIDENT.CHILDREN_PRESENT, (call, state) -> call.details().childrenPresent());
        columns.put(INCIDENT.ADDRESS_LINE, (call, state) -> call.place().line());
        columns.put(INCIDENT.POSTCODE, (call, state) -> call.place().postcode());
        columns.put(INCIDENT.POSTCODE_DOUBTFUL, (call, state) -> call.place().postcodeDoubtful());
        columns.put(INCIDENT.LOCALITY, (call, state) -> name(call.place().locality()));
        columns.put(INCIDENT.AREA_ID, (call, state) -> call.place().areaId());
        columns.put(INCIDENT.RISK_TOOL, (call, state) -> name(risk(call).tool()));
        columns.put(INCIDENT.RISK_VERSION, (call, state) -> risk(call).version());
        columns.put(INCIDENT.RISK_GRADE, (call, state) -> name(risk(call).grade()));
        columns.put(INCIDENT.RISK_AT, (call, state) -> risk(call).at());
        state(columns);
        return columns;
    }

    private static void state(Map<Field<?>, BiFunction<Call, CallState, @Nullable Object>> columns) {
        columns.put(INCIDENT.FLAGGED, (call, state) -> state.flagged());
        columns.put(INCIDENT.FLAG_REMOVED, (call, state) -> state.flagRemoved());
        columns.put(INCIDENT.LOWERED, (call, state) -> state.lowered());
        columns.put(INCIDENT.TIMES_IMPOSSIBLE, (call, state) -> state.timesImpossible());
        columns.put(INCIDENT.ATTEND_GRADE, (call, state) -> state.attendGrade());
        columns.put(INCIDENT.ATTEND_BY, (call, state) -> state.attendBy());
        columns.put(INCIDENT.ATTEND_WARN_AT, (call, state) -> state.attendWarnAt());
        columns.put(INCIDENT.FIRST_ATTEND_BY, (call, state) -> state.firstAttendBy());
        columns.put(INCIDENT.ATTENDED_AT, (call, state) -> state.attendedAt());
        columns.put(INCIDENT.WAITING_BY, (call, state) -> state.waitingBy());
        columns.put(INCIDENT.CRIME_SETTLED_AT, (call, state) -> state.crimeSettledAt());
    }

    private static RiskAssessment risk(Call call) {
        var risk = call.details().risk();
        return risk == null ? NO_RISK : risk;
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
