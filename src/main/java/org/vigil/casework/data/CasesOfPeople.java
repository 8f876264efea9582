package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_CRIME;
import static org.vigil.db.generated.Tables.CASE_FILE;
import static org.vigil.db.generated.Tables.CASE_PARTY;
import static org.vigil.db.generated.Tables.CASE_SUSPECT;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseState;
import org.vigil.casework.SuspectStatus;
import org.vigil.db.OwnRecords;
import org.vigil.incident.RiskGrade;
import org.vigil.person.PersonTraces;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Reads of many cases only what is told of them about people, and finds cases by what they are called. */
@Component
public class CasesOfPeople {

    private static final int MOST = 100;
    private static final int MOST_CASES = 5;

    private final DSLContext sql;

    CasesOfPeople(DSLContext sql) {
        this.sql = sql;
    }

    /** A case in a chronology. */
    public record Brief(
            long id,
            String source,
            String reference,
            Instant reportedAt,
            String level,
            @Nullable String risk,
            @Nullable Instant closedAt,
            @Nullable String outcome) {}

    /** Those of these cases that the viewer's areas cover. */
    public List<Brief> briefly(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : briefly(CASE_FILE.ID.in(ids).and(CaseQueries.visibleTo(viewer)), Integer.MAX_VALUE);
    }

    /** Those that are called so, or are about a crime that is, the newest first, as far as the viewer may open them. */
    public List<Brief> called(Viewer viewer, String reference) {
        return briefly(named(reference).and(CaseQueries.visibleTo(viewer)), MOST_CASES);
    }

    private List<Brief> briefly(Condition which, int limit) {
        return sql.select(CASE_FILE.ID, CASE_FILE.SOURCE, CASE_FILE.REFERENCE, CASE_FILE.REPORTED_AT, CASE_FILE.LEVEL,
                        CASE_FILE.RISK_GRADE, CASE_FILE.CLOSED_AT, CASE_FILE.OUTCOME)
                .from(CASE_FILE)
                .where(which)
                .orderBy(CASE_FILE.REPORTED_AT.desc(), CASE_FILE.ID.desc())
                .limit(limit)
                .fetch(Records.mapping(Brief::new));
    }

    /** The people of the cases that are called so, each with the case's reference. */
    public Map<Long, String> peopleOf(Viewer viewer, String reference) {
        return sql.select(PERSON_LINK.PERSON_ID, CASE_FILE.REFERENCE)
                .from(CASE_FILE)
                .join(PERSON_LINK)
                .on(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CASE.name()), PERSON_LINK.SUBJECT_ID.eq(CASE_FILE.ID))
                .where(named(reference))
                .and(CaseQueries.visibleTo(viewer))
                .orderBy(CASE_FILE.ID, PERSON_LINK.ID)
                .limit(MOST)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> row.value2(), (one, again) -> one));
    }

    /** By an index each: a reference is typed as somebody has it before them. */
    private static Condition named(String reference) {
        var typed = List.of(reference, reference.toUpperCase(Locale.UK));
        return CASE_FILE.REFERENCE.in(typed)
                .or(CASE_FILE.ID.in(DSL.select(CASE_CRIME.CASE_ID).from(CASE_CRIME).where(CASE_CRIME.REFERENCE.in(typed))));
    }

    /**
     * A suspect of an open case.
     *
     * @param record of the person
     * @param inReach whether the viewer's areas cover the case, so that it can be opened
     */
    public record Wanted(
            long record,
            long id,
            String reference,
            SuspectStatus status,
            Instant since,
            @Nullable LocalDate releaseOn,
            boolean inReach) {}

    /** The open cases that name any of these records as suspect, wherever in the force. */
    public List<Wanted> suspects(Viewer viewer, Collection<Long> records) {
        return records.isEmpty()
                ? List.of()
                : sql.select(PERSON_LINK.PERSON_ID, CASE_FILE.ID, CASE_FILE.REFERENCE, CASE_SUSPECT.STATUS,
                                CASE_SUSPECT.STATUS_SINCE, CASE_SUSPECT.RELEASE_ON, DSL.field(CaseQueries.inReachOf(viewer)))
                        .from(PERSON_LINK)
                        .join(CASE_SUSPECT)
                        .on(CASE_SUSPECT.CASE_ID.eq(PERSON_LINK.SUBJECT_ID), CASE_SUSPECT.PLACE.eq(PERSON_LINK.PLACE))
                        .join(CASE_PARTY)
                        .on(CASE_PARTY.CASE_ID.eq(CASE_SUSPECT.CASE_ID), CASE_PARTY.PLACE.eq(CASE_SUSPECT.PLACE))
                        .join(CASE_FILE)
                        .on(CASE_FILE.ID.eq(CASE_SUSPECT.CASE_ID))
                        .where(PERSON_LINK.PERSON_ID.in(records), PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CASE.name()))
                        .and(CASE_PARTY.REMOVED_AT.isNull())
                        .and(CASE_FILE.STATE.eq(CaseState.OPEN.name()))
                        .and(OwnRecords.notNaming(viewer, SubjectType.CASE, CASE_FILE.ID))
                        .orderBy(CASE_SUSPECT.STATUS_SINCE, CASE_FILE.ID)
                        .fetch(row -> new Wanted(row.value1(), row.value2(), row.value3(),
                                SuspectStatus.valueOf(row.value4()), row.value5(), row.value6(), row.value7()));
    }

    /** What retention asks of these cases, whoever may see them. */
    public List<PersonTraces.Trace> traces(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.select(
                                CASE_FILE.ID,
                                CASE_FILE.REFERENCE,
                                CASE_FILE.REPORTED_AT,
                                DSL.inline(true),
                                DSL.field(DSL.coalesce(CASE_FILE.RISK_GRADE, "").eq(RiskGrade.HIGH.name())),
                                DSL.field(CASE_FILE.STATE.eq(CaseState.OPEN.name())))
                        .from(CASE_FILE)
                        .where(CASE_FILE.ID.in(ids))
                        .orderBy(CASE_FILE.ID)
                        .fetch(Records.mapping(PersonTraces.Trace::new));
    }

    /** Locks cases until the transaction ends. */
    public void lock(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            sql.select(CASE_FILE.ID).from(CASE_FILE).where(CASE_FILE.ID.in(ids)).orderBy(CASE_FILE.ID).forUpdate().fetch();
        }
    }
}
