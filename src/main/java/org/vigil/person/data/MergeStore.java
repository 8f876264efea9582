package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_MERGE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.PersonMerge;
import org.vigil.shared.ChangedMeanwhileException;

/**
 * Merges records and takes merges back. Nothing but the pointers of the merged rows changes, so that whatever hangs on a
 * record hangs on it before, during and after. One thing stays after an undo: what was a hiding place for one is hidden on
 * both.
 */
@Component
public class MergeStore {

    private final DSLContext sql;
    private final ProtectedPlaces places;

    MergeStore(DSLContext sql, ProtectedPlaces places) {
        this.sql = sql;
        this.places = places;
    }

    /**
     * Merges a record that stands by itself, with all that was merged into it, into another that does.
     *
     * @throws ChangedMeanwhileException where one of them stands by itself no longer: what were merged into it then would
     *     be found by nobody
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long merge(long merged, long into, @Nullable Long match, String reason, @Nullable Long by, Instant now) {
        var standing = sql.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.in(merged, into))
                .and(PERSON.SURVIVOR_ID.isNull())
                .orderBy(PERSON.ID)
                .forUpdate()
                .fetch();
        if (standing.size() != 2) {
            throw new ChangedMeanwhileException("One of the two");
        }
        sql.update(PERSON)
                .set(PERSON.SURVIVOR_ID, into)
                .where(PERSON.SURVIVOR_ID.eq(merged))
                .execute();
        sql.update(PERSON)
                .set(PERSON.MERGED_INTO, into)
                .set(PERSON.SURVIVOR_ID, into)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .setNull(PERSON.RETENTION_WORKED_ON)
                .where(PERSON.ID.eq(merged))
                .execute();
        sql.update(PERSON)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.ID.eq(into))
                .execute();
        places.agree(into);
        return sql.insertInto(PERSON_MERGE)
                .set(PERSON_MERGE.MERGED_ID, merged)
                .set(PERSON_MERGE.INTO_ID, into)
                .set(PERSON_MERGE.MATCH_ID, match)
                .set(PERSON_MERGE.REASON, reason)
                .set(PERSON_MERGE.MERGED_AT, now)
                .set(PERSON_MERGE.MERGED_BY, by)
                .returning(PERSON_MERGE.ID)
                .fetchSingle()
                .getId();
    }

    /** Makes the merged record stand by itself again, with what had been merged into it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undo(PersonMerge merge, @Nullable Long by, String reason, Instant now) {
        sql.update(PERSON)
                .set(PERSON.MERGED_INTO, (Long) null)
                .set(PERSON.SURVIVOR_ID, (Long) null)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .setNull(PERSON.RETENTION_WORKED_ON)
                .where(PERSON.ID.eq(merge.mergedId()))
                .execute();
        var below = below(merge.mergedId());
        if (!below.isEmpty()) {
            sql.update(PERSON)
                    .set(PERSON.SURVIVOR_ID, merge.mergedId())
                    .where(PERSON.ID.in(below))
                    .execute();
        }
        sql.update(PERSON)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .setNull(PERSON.RETENTION_WORKED_ON)
                .where(PERSON.ID.eq(merge.intoId()))
                .execute();
        sql.update(PERSON_MERGE)
                .set(PERSON_MERGE.UNDONE_AT, now)
                .set(PERSON_MERGE.UNDONE_BY, by)
                .set(PERSON_MERGE.UNDO_REASON, reason)
                .where(PERSON_MERGE.ID.eq(merge.id()))
                .execute();
    }

    /** All that was merged into a record, and into that. */
    private List<Long> below(long record) {
        var found = new ArrayList<Long>();
        List<Long> level = List.of(record);
        while (!level.isEmpty()) {
            level = sql.select(PERSON.ID)
                    .from(PERSON)
                    .where(PERSON.MERGED_INTO.in(level))
                    .fetch(PERSON.ID);
            found.addAll(level);
        }
        return found;
    }

    /** Locks rows in the order of their keys, so that two who want both wait for each other and don't deadlock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockRows(Collection<Long> records) {
        sql.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.in(records))
                .orderBy(PERSON.ID)
                .forUpdate()
                .fetch();
    }

    public Optional<PersonMerge> byId(long id) {
        return sql.selectFrom(PERSON_MERGE).where(PERSON_MERGE.ID.eq(id)).fetchOptional(MergeStore::merge);
    }

    /** The merges that touched any of these records, latest first, undone ones too. */
    public List<PersonMerge> of(Collection<Long> records) {
        return sql.selectFrom(PERSON_MERGE)
                .where(PERSON_MERGE.MERGED_ID.in(records).or(PERSON_MERGE.INTO_ID.in(records)))
                .orderBy(PERSON_MERGE.ID.desc())
                .fetch(MergeStore::merge);
    }

    /** The merge that holds for a pair of the queue, if one does. */
    public Optional<PersonMerge> standingOf(long match) {
        return sql.selectFrom(PERSON_MERGE)
                .where(PERSON_MERGE.MATCH_ID.eq(match))
                .and(PERSON_MERGE.UNDONE_AT.isNull())
                .orderBy(PERSON_MERGE.ID.desc())
                .limit(1)
                .fetchOptional(MergeStore::merge);
    }

    private static PersonMerge merge(org.vigil.db.generated.tables.records.PersonMergeRecord row) {
        return new PersonMerge(
                row.getId(),
                row.getMergedId(),
                row.getIntoId(),
                row.getMatchId(),
                row.getReason(),
                row.getMergedAt(),
                row.getMergedBy(),
                row.getUndoneAt(),
                row.getUndoneBy(),
                row.getUndoReason());
    }
}
