package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.INCIDENT;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.person.search.ReferenceFinder;
import org.vigil.shared.SubjectType;

/** Lets the people of a call be found by the call's reference, whichever feed it came from. */
@Component
class CallReferences implements ReferenceFinder {

    private static final int MOST = 100;

    private final DSLContext sql;

    CallReferences(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Set<Long> peopleOf(String reference) {
        return sql.select(PERSON_LINK.PERSON_ID)
                .from(INCIDENT)
                .join(PERSON_LINK)
                .on(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.INCIDENT.name()))
                .and(PERSON_LINK.SUBJECT_ID.eq(INCIDENT.ID))
                .where(INCIDENT.REFERENCE.in(reference, reference.toUpperCase(Locale.UK)))
                .limit(MOST)
                .fetchSet(PERSON_LINK.PERSON_ID);
    }
}
