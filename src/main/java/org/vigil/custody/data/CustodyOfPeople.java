package org.vigil.custody.data;

import static org.vigil.db.generated.Tables.CUSTODY_RECORD;
import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.custody.CustodyState;
import org.vigil.db.OwnRecords;
import org.vigil.person.PersonTraces;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Reads of many records only what is told of them about people. */
@Component
public class CustodyOfPeople {

    private static final Field<Long> STANDS = DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID);
    private static final Condition OPEN = CUSTODY_RECORD.IN_CELL.isTrue()
            .or(CUSTODY_RECORD.STATE.in(CustodyState.ON_BAIL.name(), CustodyState.UNDER_INVESTIGATION.name()));

    private final DSLContext sql;

    CustodyOfPeople(DSLContext sql) {
        this.sql = sql;
    }

    /** The records about each of these people, the latest first. */
    public Map<Long, List<Long>> recordsOf(Collection<Long> people) {
        return of(people, DSL.noCondition());
    }

    /** The latest open record about each of these people. */
    public Map<Long, Long> openOf(Collection<Long> people) {
        return of(people, OPEN).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getFirst()));
    }

    private Map<Long, List<Long>> of(Collection<Long> people, Condition which) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var asked = PERSON.as("asked");
        return sql.selectDistinct(asked.ID, CUSTODY_RECORD.ID, CUSTODY_RECORD.SINCE)
                .from(asked)
                .join(PERSON)
                .on(STANDS.eq(DSL.coalesce(asked.SURVIVOR_ID, asked.ID)))
                .join(PERSON_LINK)
                .on(PERSON_LINK.PERSON_ID.eq(PERSON.ID))
                .and(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CUSTODY.name()))
                .join(CUSTODY_RECORD)
                .on(CUSTODY_RECORD.ID.eq(PERSON_LINK.SUBJECT_ID))
                .where(asked.ID.in(people))
                .and(which)
                .orderBy(CUSTODY_RECORD.SINCE.desc(), CUSTODY_RECORD.ID.desc())
                .fetchGroups(row -> row.value1(), row -> row.value2());
    }

    /** Who a record is about. */
    public Optional<Long> personOf(long record) {
        return sql.select(STANDS)
                .from(PERSON_LINK)
                .join(PERSON)
                .on(PERSON.ID.eq(PERSON_LINK.PERSON_ID))
                .where(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CUSTODY.name()))
                .and(PERSON_LINK.SUBJECT_ID.eq(record))
                .orderBy(PERSON_LINK.PLACE)
                .limit(1)
                .fetchOptional(STANDS);
    }

    /** Those of these records that the viewer's areas cover. */
    public List<Long> within(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.select(CUSTODY_RECORD.ID)
                        .from(CUSTODY_RECORD)
                        .where(CUSTODY_RECORD.ID.in(ids))
                        .and(CustodyReads.visibleTo(viewer))
                        .orderBy(CUSTODY_RECORD.ID)
                        .fetch(CUSTODY_RECORD.ID);
    }

    /**
     * An open record, and the record of a person whom it names.
     *
     * @param inReach whether the viewer's areas cover it, so that it can be opened
     */
    public record Live(long person, long id, boolean inReach) {}

    /** The open records that name any of these people, wherever in the force. */
    public List<Live> live(Viewer viewer, Collection<Long> people) {
        return people.isEmpty()
                ? List.of()
                : sql.select(PERSON_LINK.PERSON_ID, CUSTODY_RECORD.ID, DSL.field(CustodyReads.inReachOf(viewer)))
                        .from(PERSON_LINK)
                        .join(CUSTODY_RECORD)
                        .on(CUSTODY_RECORD.ID.eq(PERSON_LINK.SUBJECT_ID))
                        .where(PERSON_LINK.PERSON_ID.in(people))
                        .and(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CUSTODY.name()))
                        .and(CUSTODY_RECORD.IN_CELL.isTrue().or(CUSTODY_RECORD.STATE.eq(CustodyState.ON_BAIL.name())))
                        .and(OwnRecords.notNaming(viewer, SubjectType.CUSTODY, CUSTODY_RECORD.ID))
                        .orderBy(CUSTODY_RECORD.SINCE.desc(), CUSTODY_RECORD.ID.desc())
                        .fetch(row -> new Live(row.value1(), row.value2(), row.value3()));
    }

    /** What retention asks of these records, whoever may see them. */
    public List<PersonTraces.Trace> traces(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.select(
                                CUSTODY_RECORD.ID,
                                CUSTODY_RECORD.REFERENCE,
                                CUSTODY_RECORD.SINCE,
                                CUSTODY_RECORD.DOMESTIC_ABUSE,
                                DSL.field(OPEN))
                        .from(CUSTODY_RECORD)
                        .where(CUSTODY_RECORD.ID.in(ids))
                        .orderBy(CUSTODY_RECORD.ID)
                        .fetch(row -> new PersonTraces.Trace(
                                row.value1(), row.value2(), row.value3(), row.value4(), false, row.value5()));
    }

    /** Locks these records until the transaction ends. */
    public void lock(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            sql.select(CUSTODY_RECORD.ID)
                    .from(CUSTODY_RECORD)
                    .where(CUSTODY_RECORD.ID.in(ids))
                    .orderBy(CUSTODY_RECORD.ID)
                    .forUpdate()
                    .fetch();
        }
    }
}
