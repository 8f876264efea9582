package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.person.search.FoundRecord;
import org.vigil.person.search.ReferenceFinder;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Finds a call and its people by the call's reference, whichever feed it came from. */
@Component
class CallReferences implements ReferenceFinder {

    private static final int MOST = 100;
    private static final int MOST_CALLS = 5;

    /** Those who may open a call, as its page and its service say. */
    private static final Set<Duty> WITH_CALLS = EnumSet.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS, Duty.LEADER);

    private final DSLContext sql;

    CallReferences(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<Long, String> peopleOf(String reference, Viewer viewer) {
        return viewer.hasAny(WITH_CALLS)
                ? sql.select(PERSON_LINK.PERSON_ID, INCIDENT.REFERENCE)
                        .from(INCIDENT)
                        .join(PERSON_LINK)
                        .on(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.INCIDENT.name()))
                        .and(PERSON_LINK.SUBJECT_ID.eq(INCIDENT.ID))
                        .where(called(reference, viewer))
                        .limit(MOST)
                        .fetch()
                        .stream()
                        .collect(Collectors.toMap(
                                row -> row.value1(), row -> "call " + row.value2(), (one, again) -> one))
                : Map.of();
    }

    @Override
    public List<FoundRecord> recordsOf(String reference, Viewer viewer) {
        return viewer.hasAny(WITH_CALLS)
                ? sql.select(INCIDENT.ID, INCIDENT.REFERENCE, INCIDENT.SOURCE, INCIDENT.RECEIVED_AT)
                        .from(INCIDENT)
                        .where(called(reference, viewer))
                        .orderBy(INCIDENT.RECEIVED_AT.desc(), INCIDENT.ID)
                        .limit(MOST_CALLS)
                        .fetch(row -> new FoundRecord(
                                new SubjectRef(SubjectType.INCIDENT, row.value1(), row.value2()),
                                "Call",
                                "Received " + UkTime.moment(row.value4()) + " · from " + row.value3(),
                                "calls/" + row.value1()))
                : List.of();
    }

    private static Condition called(String reference, Viewer viewer) {
        return INCIDENT
                .REFERENCE
                .in(reference, reference.toUpperCase(Locale.UK))
                .and(CallQueries.visibleTo(viewer));
    }
}
