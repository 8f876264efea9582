package org.vigil.custody.data;

import static org.vigil.db.generated.Tables.CUSTODY_RECORD;
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
import org.vigil.custody.CustodyState;
import org.vigil.person.search.FoundRecord;
import org.vigil.person.search.ReferenceFinder;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Finds a custody record and its suspect by the custody number. */
@Component
class CustodyReferences implements ReferenceFinder {

    private static final int MOST = 20;

    /** Those who may open a record, as its page and its service say. */
    private static final Set<Duty> WITH_CUSTODY = EnumSet.of(
            Duty.CUSTODY, Duty.SUPERVISOR, Duty.SPECIALIST, Duty.LEADER, Duty.CALLS, Duty.RESPONSE, Duty.NPT);

    private final DSLContext sql;

    CustodyReferences(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<Long, String> peopleOf(String reference, Viewer viewer) {
        return viewer.hasAny(WITH_CUSTODY)
                ? sql.select(PERSON_LINK.PERSON_ID, CUSTODY_RECORD.REFERENCE)
                        .from(CUSTODY_RECORD)
                        .join(PERSON_LINK)
                        .on(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CUSTODY.name()))
                        .and(PERSON_LINK.SUBJECT_ID.eq(CUSTODY_RECORD.ID))
                        .where(called(reference, viewer))
                        .limit(MOST)
                        .fetch()
                        .stream()
                        .collect(Collectors.toMap(
                                row -> row.value1(), row -> "custody " + row.value2(), (one, again) -> one))
                : Map.of();
    }

    @Override
    public List<FoundRecord> recordsOf(String reference, Viewer viewer) {
        return viewer.hasAny(WITH_CUSTODY)
                ? sql.select(CUSTODY_RECORD.ID, CUSTODY_RECORD.REFERENCE, CUSTODY_RECORD.STATE, CUSTODY_RECORD.SINCE)
                        .from(CUSTODY_RECORD)
                        .where(called(reference, viewer))
                        .orderBy(CUSTODY_RECORD.SINCE.desc(), CUSTODY_RECORD.ID)
                        .limit(MOST)
                        .fetch(row -> new FoundRecord(
                                new SubjectRef(SubjectType.CUSTODY, row.value1(), row.value2()),
                                "Custody record",
                                CustodyState.valueOf(row.value3()).label() + " since " + UkTime.moment(row.value4()),
                                "custody/" + row.value1()))
                : List.of();
    }

    private static Condition called(String reference, Viewer viewer) {
        return CUSTODY_RECORD
                .REFERENCE
                .in(reference, reference.toUpperCase(Locale.UK))
                .and(CustodyReads.visibleTo(viewer));
    }
}
