package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;

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
import org.vigil.shared.Viewer;

/** Reads of many calls only what a person's chronology tells of them. */
@Component
public class CallsOfPeople {

    private final DSLContext sql;

    CallsOfPeople(DSLContext sql) {
        this.sql = sql;
    }

    /** A call in a chronology; {@code waitingBy} is null once nobody is on the way any more. */
    public record Brief(
            long id,
            String reference,
            Instant receivedAt,
            @Nullable String grade,
            boolean domesticAbuse,
            @Nullable String addressLine,
            @Nullable String postcode,
            @Nullable Boolean childrenPresent,
            @Nullable Instant waitingBy) {}

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
                                INCIDENT.CHILDREN_PRESENT,
                                DSL.when(DSL.not(CallListQueries.IS_OVER), INCIDENT.WAITING_BY))
                        .from(INCIDENT)
                        .where(INCIDENT.ID.in(ids))
                        .and(CallQueries.visibleTo(viewer))
                        .fetch(Records.mapping(Brief::new));
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
