package org.vigil.casework.data;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.vigil.db.generated.Tables.CASE_ACTION;
import static org.vigil.db.generated.Tables.CASE_ARREST_ATTEMPT;
import static org.vigil.db.generated.Tables.CASE_CALL;
import static org.vigil.db.generated.Tables.CASE_CHILD;
import static org.vigil.db.generated.Tables.CASE_CRIME;
import static org.vigil.db.generated.Tables.CASE_PARTY;
import static org.vigil.db.generated.Tables.CASE_RISK;
import static org.vigil.db.generated.Tables.CASE_SUSPECT;
import static org.vigil.db.generated.Tables.CASE_SUSPECT_HISTORY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.ActionKind;
import org.vigil.casework.Assessment;
import org.vigil.casework.CaseAction;
import org.vigil.casework.CaseCall;
import org.vigil.casework.CaseCrime;
import org.vigil.casework.CaseParty;
import org.vigil.casework.CaseRole;
import org.vigil.casework.ReleaseFrom;
import org.vigil.casework.StatusSource;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;

/** The parts of many cases, each kind read in one statement. */
record CaseParts(
        Map<Long, List<CaseParty>> parties,
        Map<Long, List<Suspect>> suspects,
        Map<Long, List<CaseCall>> calls,
        Map<Long, List<CaseCrime>> crimes,
        Map<Long, List<Assessment>> assessments,
        Map<Long, List<CaseAction>> actions) {

    private static final String HAND = "HAND";

    private record Who(long id, int place) {}

    static CaseParts of(DSLContext sql, Collection<Long> ids) {
        return new CaseParts(
                parties(sql, ids), suspects(sql, ids), calls(sql, ids), crimes(sql, ids), risks(sql, ids), actions(sql, ids));
    }

    private static Map<Long, List<CaseParty>> parties(DSLContext sql, Collection<Long> ids) {
        return sql.select(CASE_PARTY.CASE_ID, CASE_PARTY.PLACE, CASE_PARTY.ROLE, CASE_PARTY.ORIGIN,
                        CASE_PARTY.REMOVED_AT, CASE_CHILD.SCHOOL)
                .from(CASE_PARTY)
                .leftJoin(CASE_CHILD)
                .on(CASE_CHILD.CASE_ID.eq(CASE_PARTY.CASE_ID))
                .and(CASE_CHILD.PLACE.eq(CASE_PARTY.PLACE))
                .where(CASE_PARTY.CASE_ID.in(ids))
                .orderBy(CASE_PARTY.CASE_ID, CASE_PARTY.PLACE)
                .fetchGroups(row -> row.value1(), row -> new CaseParty(
                        row.value2(), CaseRole.valueOf(row.value3()), HAND.equals(row.value4()), row.value5(), row.value6()));
    }

    private static Map<Long, List<Suspect>> suspects(DSLContext sql, Collection<Long> ids) {
        var attempts = sql.selectFrom(CASE_ARREST_ATTEMPT)
                .where(CASE_ARREST_ATTEMPT.CASE_ID.in(ids))
                .orderBy(CASE_ARREST_ATTEMPT.AT, CASE_ARREST_ATTEMPT.ID)
                .fetchGroups(row -> new Who(row.getCaseId(), row.getPlace()), row -> new Suspect.Attempt(
                        row.getId(), row.getAt(), row.getMadeBy(), row.getNote(), row.getRecordedAt(), row.getRecordedBy()));
        var history = sql.selectFrom(CASE_SUSPECT_HISTORY)
                .where(CASE_SUSPECT_HISTORY.CASE_ID.in(ids))
                .orderBy(CASE_SUSPECT_HISTORY.SINCE, CASE_SUSPECT_HISTORY.ID)
                .fetchGroups(row -> new Who(row.getCaseId(), row.getPlace()), row -> new Suspect.Step(
                        row.getId(), SuspectStatus.valueOf(row.getStatus()), row.getSince(),
                        StatusSource.valueOf(row.getSource()), row.getReason(), row.getCounted(), row.getRecordedAt(),
                        row.getRecordedBy()));
        var found = new HashMap<Long, List<Suspect>>();
        sql.selectFrom(CASE_SUSPECT)
                .where(CASE_SUSPECT.CASE_ID.in(ids))
                .orderBy(CASE_SUSPECT.CASE_ID, CASE_SUSPECT.PLACE)
                .forEach(row -> {
                    var who = new Who(row.getCaseId(), row.getPlace());
                    found.computeIfAbsent(row.getCaseId(), id -> new ArrayList<>()).add(new Suspect(
                            row.getPlace(),
                            SuspectStatus.valueOf(row.getStatus()),
                            row.getStatusSince(),
                            StatusSource.valueOf(row.getStatusSource()),
                            row.getReason(),
                            row.getReleaseOn(),
                            value(ReleaseFrom.class, row.getReleaseFrom()),
                            value(SuspectStatus.class, row.getFeedStatus()),
                            row.getFeedSince(),
                            attempts.getOrDefault(who, List.of()),
                            history.getOrDefault(who, List.of())));
                });
        return found;
    }

    private static Map<Long, List<CaseCall>> calls(DSLContext sql, Collection<Long> ids) {
        return sql.selectFrom(CASE_CALL)
                .where(CASE_CALL.CASE_ID.in(ids))
                .orderBy(CASE_CALL.ID)
                .fetch()
                .stream()
                .collect(groupingBy(row -> row.getCaseId(), mapping(
                        row -> new CaseCall(
                                row.getIncidentSource(), row.getIncidentReference(), HAND.equals(row.getOrigin())),
                        toList())));
    }

    private static Map<Long, List<CaseCrime>> crimes(DSLContext sql, Collection<Long> ids) {
        return sql.selectFrom(CASE_CRIME)
                .where(CASE_CRIME.CASE_ID.in(ids))
                .orderBy(CASE_CRIME.ID)
                .fetchGroups(row -> row.getCaseId(), row -> new CaseCrime(
                        row.getReference(), row.getOffence(), row.getRecordedAt(), HAND.equals(row.getOrigin())));
    }

    private static Map<Long, List<Assessment>> risks(DSLContext sql, Collection<Long> ids) {
        return sql.selectFrom(CASE_RISK)
                .where(CASE_RISK.CASE_ID.in(ids))
                .orderBy(CASE_RISK.AT, CASE_RISK.ID)
                .fetchGroups(row -> row.getCaseId(), row -> new Assessment(
                        row.getId(), value(RiskTool.class, row.getTool()), row.getToolVersion(),
                        RiskGrade.valueOf(row.getGrade()), row.getAt(), row.getAtSaid(), row.getAssessor(),
                        row.getReviewOn(), row.getNote(), HAND.equals(row.getOrigin()), row.getRecordedAt(),
                        row.getRecordedBy()));
    }

    private static Map<Long, List<CaseAction>> actions(DSLContext sql, Collection<Long> ids) {
        return sql.selectFrom(CASE_ACTION)
                .where(CASE_ACTION.CASE_ID.in(ids))
                .orderBy(CASE_ACTION.AT, CASE_ACTION.ID)
                .fetchGroups(row -> row.getCaseId(), row -> new CaseAction(
                        row.getId(), ActionKind.valueOf(row.getKind()), row.getDetail(), row.getAt(), row.getNote(),
                        row.getPlace() == null ? null : row.getPlace().intValue(), row.getOtherCaseId(),
                        row.getRecordedAt(), row.getAccountId(), row.getRecordedBy()));
    }

    static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
