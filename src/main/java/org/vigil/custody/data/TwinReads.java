package org.vigil.custody.data;

import static org.vigil.db.generated.Tables.CUSTODY_RECORD;
import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.shared.SubjectType;

/** Reads which records hold the same person at once, merged people taken as one. */
@Component
public class TwinReads {

    private static final Field<Long> STANDS = DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID);

    private final DSLContext sql;

    TwinReads(DSLContext sql) {
        this.sql = sql;
    }

    /** A record that holds somebody, or shares an alert with one that did. */
    public record Held(long id, String reference, @Nullable Long areaId, boolean inCell, @Nullable String twinKey) {}

    /** Those whom these records are about. */
    public Set<Long> peopleOf(Collection<Long> records) {
        return records.isEmpty()
                ? Set.of()
                : sql.select(STANDS)
                        .from(PERSON_LINK)
                        .join(PERSON)
                        .on(PERSON.ID.eq(PERSON_LINK.PERSON_ID))
                        .where(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CUSTODY.name()))
                        .and(PERSON_LINK.SUBJECT_ID.in(records))
                        .fetchSet(STANDS);
    }

    /** The records in which each of these people is held now, in the order of their keys. */
    public Map<Long, List<Held>> heldRecords(Collection<Long> people) {
        return people.isEmpty()
                ? Map.of()
                : sql.select(
                                STANDS,
                                CUSTODY_RECORD.ID,
                                CUSTODY_RECORD.REFERENCE,
                                CUSTODY_RECORD.AREA_ID,
                                CUSTODY_RECORD.IN_CELL,
                                CUSTODY_RECORD.TWIN_KEY)
                        .from(PERSON)
                        .join(PERSON_LINK)
                        .on(PERSON_LINK.PERSON_ID.eq(PERSON.ID))
                        .and(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CUSTODY.name()))
                        .join(CUSTODY_RECORD)
                        .on(CUSTODY_RECORD.ID.eq(PERSON_LINK.SUBJECT_ID))
                        .where(PERSON.ID.in(people).or(PERSON.SURVIVOR_ID.in(people)))
                        .and(CUSTODY_RECORD.IN_CELL.isTrue())
                        .orderBy(CUSTODY_RECORD.ID, PERSON_LINK.ID)
                        .fetchGroups(
                                row -> row.value1(),
                                row -> new Held(row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** The records that share any of these alerts. */
    public List<Held> sharing(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : sql.select(
                                CUSTODY_RECORD.ID,
                                CUSTODY_RECORD.REFERENCE,
                                CUSTODY_RECORD.AREA_ID,
                                CUSTODY_RECORD.IN_CELL,
                                CUSTODY_RECORD.TWIN_KEY)
                        .from(CUSTODY_RECORD)
                        .where(CUSTODY_RECORD.TWIN_KEY.in(keys))
                        .orderBy(CUSTODY_RECORD.ID)
                        .fetch(row -> new Held(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** The alerts that these records share. */
    public Set<String> keysOf(Collection<Long> records) {
        return records.isEmpty()
                ? Set.of()
                : sql.selectDistinct(CUSTODY_RECORD.TWIN_KEY)
                        .from(CUSTODY_RECORD)
                        .where(CUSTODY_RECORD.ID.in(records))
                        .and(CUSTODY_RECORD.TWIN_KEY.isNotNull())
                        .fetchSet(CUSTODY_RECORD.TWIN_KEY);
    }
}
