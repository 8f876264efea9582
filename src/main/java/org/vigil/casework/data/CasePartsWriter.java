package org.vigil.casework.data;

import static org.vigil.casework.data.CaseColumns.small;
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
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CaseAction;
import org.vigil.casework.CaseCall;
import org.vigil.casework.CaseCrime;
import org.vigil.casework.CaseParty;
import org.vigil.casework.Suspect;

/** Gathers the parts of many cases that differ from what is stored, and writes them in as few round trips as there are. */
final class CasePartsWriter {

    private static final String FEED = "FEED";
    private static final String HAND = "HAND";

    private final DSLContext sql;
    private final List<Query> removals = new ArrayList<>();
    private final List<Query> people = new ArrayList<>();
    private final List<Query> parts = new ArrayList<>();

    CasePartsWriter(DSLContext sql) {
        this.sql = sql;
    }

    /** @param before null for a case that is new */
    void add(@Nullable Case before, Case after) {
        var id = after.id();
        if (before == null || !before.calls().equals(after.calls())) {
            if (before != null) {
                removals.add(sql.deleteFrom(CASE_CALL).where(CASE_CALL.CASE_ID.eq(id)));
            }
            after.calls().forEach(call -> parts.add(call(id, call)));
        }
        if (before == null || !before.crimes().equals(after.crimes())) {
            if (before != null) {
                removals.add(sql.deleteFrom(CASE_CRIME).where(CASE_CRIME.CASE_ID.eq(id)));
            }
            after.crimes().forEach(crime -> parts.add(crime(id, crime)));
        }
        after.parties().stream()
                .filter(party -> before == null || !before.parties().contains(party))
                .forEach(party -> party(id, party));
        for (var suspect : after.suspects()) {
            var known = before == null ? null : before.suspect(suspect.place()).orElse(null);
            if (!suspect.equals(known)) {
                suspect(id, suspect);
            }
        }
        after.assessments().stream().filter(each -> each.id() == 0).forEach(each -> parts.add(risk(id, each)));
        after.actions().stream().filter(each -> each.id() == 0).forEach(each -> parts.add(action(id, each)));
    }

    void write() {
        send(removals);
        send(people);
        send(parts);
    }

    private void send(List<Query> queries) {
        if (!queries.isEmpty()) {
            sql.batch(queries).execute();
        }
    }

    private Query call(long id, CaseCall call) {
        return sql.insertInto(CASE_CALL)
                .set(CASE_CALL.CASE_ID, id)
                .set(CASE_CALL.INCIDENT_SOURCE, call.source())
                .set(CASE_CALL.INCIDENT_REFERENCE, call.reference())
                .set(CASE_CALL.ORIGIN, origin(call.byHand()));
    }

    private Query crime(long id, CaseCrime crime) {
        return sql.insertInto(CASE_CRIME)
                .set(CASE_CRIME.CASE_ID, id)
                .set(CASE_CRIME.REFERENCE, crime.reference())
                .set(CASE_CRIME.OFFENCE, crime.offence())
                .set(CASE_CRIME.RECORDED_AT, crime.recordedAt())
                .set(CASE_CRIME.ORIGIN, origin(crime.byHand()));
    }

    private void party(long id, CaseParty party) {
        people.add(sql.insertInto(CASE_PARTY)
                .set(CASE_PARTY.CASE_ID, id)
                .set(CASE_PARTY.PLACE, small(party.place()))
                .set(CASE_PARTY.ROLE, party.role().name())
                .set(CASE_PARTY.ORIGIN, origin(party.byHand()))
                .set(CASE_PARTY.REMOVED_AT, party.removedAt())
                .onDuplicateKeyUpdate()
                .set(CASE_PARTY.ROLE, party.role().name())
                .set(CASE_PARTY.REMOVED_AT, party.removedAt()));
        if (party.school() != null) {
            parts.add(sql.insertInto(CASE_CHILD)
                    .set(CASE_CHILD.CASE_ID, id)
                    .set(CASE_CHILD.PLACE, small(party.place()))
                    .set(CASE_CHILD.SCHOOL, party.school())
                    .onDuplicateKeyUpdate()
                    .set(CASE_CHILD.SCHOOL, party.school()));
        }
    }

    private void suspect(long id, Suspect suspect) {
        var place = small(suspect.place());
        var feedStatus = suspect.feedStatus() == null ? null : suspect.feedStatus().name();
        var releaseFrom = suspect.releaseFrom() == null ? null : suspect.releaseFrom().name();
        parts.add(sql.insertInto(CASE_SUSPECT)
                .set(CASE_SUSPECT.CASE_ID, id)
                .set(CASE_SUSPECT.PLACE, place)
                .set(CASE_SUSPECT.STATUS, suspect.status().name())
                .set(CASE_SUSPECT.STATUS_SINCE, suspect.since())
                .set(CASE_SUSPECT.STATUS_SOURCE, suspect.source().name())
                .set(CASE_SUSPECT.REASON, suspect.reason())
                .set(CASE_SUSPECT.RELEASE_ON, suspect.releaseOn())
                .set(CASE_SUSPECT.RELEASE_FROM, releaseFrom)
                .set(CASE_SUSPECT.FEED_STATUS, feedStatus)
                .set(CASE_SUSPECT.FEED_SINCE, suspect.feedSince())
                .onDuplicateKeyUpdate()
                .set(CASE_SUSPECT.STATUS, suspect.status().name())
                .set(CASE_SUSPECT.STATUS_SINCE, suspect.since())
                .set(CASE_SUSPECT.STATUS_SOURCE, suspect.source().name())
                .set(CASE_SUSPECT.REASON, suspect.reason())
                .set(CASE_SUSPECT.RELEASE_ON, suspect.releaseOn())
                .set(CASE_SUSPECT.RELEASE_FROM, releaseFrom)
                .set(CASE_SUSPECT.FEED_STATUS, feedStatus)
                .set(CASE_SUSPECT.FEED_SINCE, suspect.feedSince()));
        suspect.history().stream().filter(step -> step.id() == 0).forEach(step -> parts.add(
                sql.insertInto(CASE_SUSPECT_HISTORY)
                        .set(CASE_SUSPECT_HISTORY.CASE_ID, id)
                        .set(CASE_SUSPECT_HISTORY.PLACE, place)
                        .set(CASE_SUSPECT_HISTORY.STATUS, step.status().name())
                        .set(CASE_SUSPECT_HISTORY.SINCE, step.since())
                        .set(CASE_SUSPECT_HISTORY.SOURCE, step.source().name())
                        .set(CASE_SUSPECT_HISTORY.REASON, step.reason())
                        .set(CASE_SUSPECT_HISTORY.COUNTED, step.counted())
                        .set(CASE_SUSPECT_HISTORY.RECORDED_AT, step.recordedAt())
                        .set(CASE_SUSPECT_HISTORY.RECORDED_BY, step.recordedBy())));
        suspect.attempts().stream().filter(attempt -> attempt.id() == 0).forEach(attempt -> parts.add(
                sql.insertInto(CASE_ARREST_ATTEMPT)
                        .set(CASE_ARREST_ATTEMPT.CASE_ID, id)
                        .set(CASE_ARREST_ATTEMPT.PLACE, place)
                        .set(CASE_ARREST_ATTEMPT.AT, attempt.at())
                        .set(CASE_ARREST_ATTEMPT.MADE_BY, attempt.by())
                        .set(CASE_ARREST_ATTEMPT.NOTE, attempt.note())
                        .set(CASE_ARREST_ATTEMPT.RECORDED_AT, attempt.recordedAt())
                        .set(CASE_ARREST_ATTEMPT.RECORDED_BY, attempt.recordedBy())));
    }

    private Query risk(long id, Assessment risk) {
        return sql.insertInto(CASE_RISK)
                .set(CASE_RISK.CASE_ID, id)
                .set(CASE_RISK.TOOL, risk.tool() == null ? null : risk.tool().name())
                .set(CASE_RISK.TOOL_VERSION, risk.version())
                .set(CASE_RISK.GRADE, risk.grade().name())
                .set(CASE_RISK.AT, risk.at())
                .set(CASE_RISK.AT_SAID, risk.atSaid())
                .set(CASE_RISK.ASSESSOR, risk.assessor())
                .set(CASE_RISK.REVIEW_ON, risk.reviewOn())
                .set(CASE_RISK.NOTE, risk.note())
                .set(CASE_RISK.ORIGIN, origin(risk.byHand()))
                .set(CASE_RISK.RECORDED_AT, risk.recordedAt())
                .set(CASE_RISK.RECORDED_BY, risk.recordedBy());
    }

    private Query action(long id, CaseAction action) {
        return sql.insertInto(CASE_ACTION)
                .set(CASE_ACTION.CASE_ID, id)
                .set(CASE_ACTION.KIND, action.kind().name())
                .set(CASE_ACTION.DETAIL, action.detail())
                .set(CASE_ACTION.AT, action.at())
                .set(CASE_ACTION.NOTE, action.note())
                .set(CASE_ACTION.PLACE, small(action.place()))
                .set(CASE_ACTION.OTHER_CASE_ID, action.otherCaseId())
                .set(CASE_ACTION.RECORDED_AT, action.recordedAt())
                .set(CASE_ACTION.ACCOUNT_ID, action.accountId())
                .set(CASE_ACTION.RECORDED_BY, Objects.requireNonNull(action.recordedBy()));
    }

    private static String origin(boolean byHand) {
        return byHand ? HAND : FEED;
    }
}
