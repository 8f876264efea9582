package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.incident.RiskGrade;
import org.vigil.person.PersonTraces;
import org.vigil.db.OwnRecords;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Reads of many calls only what is told of them about people. */
@Component
public class CallsOfPeople {

    private final DSLContext sql;

    CallsOfPeople(DSLContext sql) {
        this.sql = sql;
    }

    /** A call in a chronology. */
    public record Brief(
            long id,
            String reference,
            Instant receivedAt,
            @Nullable String grade,
            boolean domesticAbuse,
            @Nullable String addressLine,
            @Nullable String postcode,
            @Nullable Boolean childrenPresent) {}

    /** Those of these calls that the viewer's areas cover. */
    public List<Brief> briefly(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.select(
                                INCIDENT.ID,
                                INCIDENT.REFERENCE,
                                INCIDENT.RECEIVED_AT,
                                INCIDENT.GRADE,
                                INCIDENT.FLAGGED,
                                INCIDENT.ADDRESS_LINE,
                                INCIDENT.POSTCODE,
                                INCIDENT.CHILDREN_PRESENT)
                        .from(INCIDENT)
                        .where(INCIDENT.ID.in(ids))
                        .and(CallQueries.visibleTo(viewer))
                        .fetch(Records.mapping(Brief::new));
    }

    /**
     * A call that officers are awaited at, and a record of a person who is named in it.
     *
     * @param inReach whether the viewer's areas cover it, so that it can be opened
     */
    public record Awaited(long record, long id, String reference, Instant receivedAt, boolean inReach) {}

    /** The calls that name any of these records and that officers are awaited at, wherever in the force. */
    public List<Awaited> awaited(Viewer viewer, Collection<Long> records) {
        return records.isEmpty()
                ? List.of()
                : sql.select(
                                PERSON_LINK.PERSON_ID,
                                INCIDENT.ID,
                                INCIDENT.REFERENCE,
                                INCIDENT.RECEIVED_AT,
                                DSL.field(CallQueries.inReachOf(viewer)))
                        .from(PERSON_LINK)
                        .join(INCIDENT)
                        .on(INCIDENT.ID.eq(PERSON_LINK.SUBJECT_ID))
                        .where(PERSON_LINK.PERSON_ID.in(records))
                        .and(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.INCIDENT.name()))
                        .and(INCIDENT.WAITING_BY.isNotNull())
                        .and(DSL.not(CallListQueries.IS_OVER))
                        .and(OwnRecords.notNaming(viewer, SubjectType.INCIDENT, INCIDENT.ID))
                        .orderBy(INCIDENT.RECEIVED_AT.desc(), INCIDENT.ID.desc())
                        .fetch(Records.mapping(Awaited::new));
    }

    /** What retention asks of these calls, whoever may see them. */
    public List<PersonTraces.Trace> traces(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.select(
                                INCIDENT.ID,
                                INCIDENT.REFERENCE,
                                INCIDENT.RECEIVED_AT,
                                INCIDENT.FLAGGED,
                                DSL.field(DSL.coalesce(INCIDENT.RISK_GRADE, "").eq(RiskGrade.HIGH.name())),
                                DSL.field(INCIDENT.CLOSED_AT.isNull().and(INCIDENT.DISPOSAL.isNull())))
                        .from(INCIDENT)
                        .where(INCIDENT.ID.in(ids))
                        .orderBy(INCIDENT.ID)
                        .fetch(Records.mapping(PersonTraces.Trace::new));
    }
}
