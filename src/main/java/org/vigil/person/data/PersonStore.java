package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_BLOCK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.HeldPart;
import org.vigil.person.Origin;
import org.vigil.person.PartState;
import org.vigil.person.PersonCore;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;
import org.vigil.person.rules.NextReview;
import org.vigil.person.search.PersonIndex;

/** Writes people and what is said about them, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonStore {

    private final DSLContext sql;
    private final PersonIndex search;
    private final ProtectedPlaces places;

    PersonStore(DSLContext sql, PersonIndex search, ProtectedPlaces places) {
        this.sql = sql;
        this.search = search;
        this.places = places;
    }

    /** Who said something, and when. */
    public record Said(Origin origin, String source, @Nullable Long by, Instant at) {}

    /** A new record; answers its key. */
    public long create(Sex sex, NextReview next, Said said) {
        return sql.insertInto(PERSON)
                .set(PERSON.SEX, sex.name())
                .set(PERSON.SEX_BY_HAND, said.origin() == Origin.HAND && sex != Sex.NOT_ASKED)
                .set(PERSON.RETENTION_GROUP, (byte) next.group())
                .set(PERSON.RETENTION_WHY, next.why())
                .set(PERSON.NEXT_REVIEW_ON, next.on())
                .set(PERSON.REVIEW_BASIS, next.basis())
                .set(PERSON.LAST_EVENT_ON, next.lastEvent())
                .set(PERSON.CREATED_AT, said.at())
                .set(PERSON.CREATED_BY, said.by())
                .returning(PERSON.ID)
                .fetchSingle()
                .getId();
    }

    /** Holds a record until the transaction ends, before anything is written that hangs on it. */
    public void hold(long record) {
        sql.select(PERSON.ID).from(PERSON).where(PERSON.ID.eq(record)).forUpdate().fetch();
    }

    /** Adds what is said, a hiding place always as one; answers the key of the row. */
    public long add(long record, PersonPart part, Said said) {
        if (part instanceof PersonPart.Address home) {
            var kept = places.asKept(record, home);
            var id = insert(record, kept, said);
            if (kept.isProtected()) {
                places.hide(record, kept);
            }
            return id;
        }
        return insert(record, part, said);
    }

    /** Shows a place again that was hidden, and adds it as it is said now, whatever else may still be one with it. */
    public long show(long record, PersonPart.Address was, PersonPart.Address is, Said said) {
        places.show(record, was);
        return insert(record, is, said);
    }

    private <P extends PersonPart> long insert(long record, P part, Said said) {
        var table = PartTable.of(part);
        var values = table.values().apply(part);
        var insert = sql.insertQuery(table.table());
        for (var i = 0; i < values.length; i++) {
            set(insert, table.columns().get(i), values[i]);
        }
        insert.addValue(table.personId(), record);
        insert.addValue(table.state(), PartState.CURRENT.name());
        insert.addValue(table.origin(), said.origin().name());
        insert.addValue(table.source(), said.source());
        insert.addValue(table.addedAt(), said.at());
        insert.addValue(table.addedBy(), said.by());
        insert.setReturning(table.id());
        insert.execute();
        search.changed(record);
        return insert.getReturnedRecord().get(table.id());
    }

    private static <T> void set(org.jooq.InsertQuery<?> insert, Field<T> column, @Nullable Object value) {
        insert.addValue(column, DSL.val(value, column));
    }

    /** Says of a part that it no longer holds or never did. */
    public <P extends PersonPart> void end(
            HeldPart<P> held, PartState state, long by, String reason, Instant at) {
        var table = PartTable.of(held.part());
        sql.update(table.table())
                .set(table.state(), state.name())
                .set(table.endedAt(), at)
                .set(table.endedBy(), by)
                .set(table.endReason(), reason)
                .where(table.id().eq(held.id()))
                .execute();
        search.changed(held.personId());
    }

    /** What of the parts is not said of the record yet; what was said and found wrong counts as said. */
    public List<PersonPart> unsaid(Collection<PersonPart> parts, Collection<HeldPart<?>> held) {
        return parts.stream()
                .filter(part -> held.stream().noneMatch(each -> isSame(part, each.part())))
                .toList();
    }

    /** Whether a part is said again among these. */
    public boolean isSaid(HeldPart<?> held, Collection<PersonPart> parts) {
        return parts.stream().anyMatch(part -> isSame(part, held.part()));
    }

    private static boolean isSame(PersonPart one, PersonPart other) {
        return one.getClass() == other.getClass() && PartTable.of(one).areSame(one, other);
    }

    /** A feed's word on the sex: it fills a gap and never contradicts. */
    public void sexFromFeed(long record, Sex sex) {
        sql.update(PERSON)
                .set(PERSON.SEX, sex.name())
                .where(PERSON.ID.eq(record))
                .and(PERSON.SEX_BY_HAND.isFalse())
                .and(PERSON.SEX.in(Sex.NOT_ASKED.name(), Sex.UNKNOWN.name()))
                .execute();
    }

    /**
     * Writes what an officer changed of the rows themselves; their limits have their own way. What was shown and not
     * changed stays where it is said, so that a merge undone finds it there.
     *
     * @param records the surviving one first
     */
    public void change(List<Long> records, PersonCore shown, PersonCore wanted) {
        var changed = CoreColumns.changed(shown, wanted);
        if (!changed.isEmpty()) {
            sql.update(PERSON).set(changed).where(PERSON.ID.eq(records.getFirst())).execute();
        }
        // Else what another record says would be shown again, or beside the new word.
        var overruled = CoreColumns.overruling(changed);
        var others = records.subList(1, records.size());
        if (!others.isEmpty()) {
            overruled.forEach((column, value) -> sql.update(PERSON)
                    .set(Map.of(column, DSL.val(value, column)))
                    .where(PERSON.ID.in(others))
                    .and(column.isNotNull())
                    .execute());
        }
    }

    /** Notes that something of the record changed; false where somebody changed it since that version. */
    public boolean touch(long record, int version) {
        return sql.update(PERSON)
                        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                        .setNull(PERSON.RETENTION_WORKED_ON)
                        .where(PERSON.ID.eq(record))
                        .and(PERSON.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Puts the keys by which the record is found in the place of those it had. */
    public void index(long record, Set<Long> keys) {
        var held = sql.select(PERSON_BLOCK.BLOCK_KEY)
                .from(PERSON_BLOCK)
                .where(PERSON_BLOCK.PERSON_ID.eq(record))
                .fetchSet(PERSON_BLOCK.BLOCK_KEY);
        var gone = held.stream().filter(key -> !keys.contains(key)).toList();
        if (!gone.isEmpty()) {
            sql.deleteFrom(PERSON_BLOCK)
                    .where(PERSON_BLOCK.PERSON_ID.eq(record))
                    .and(PERSON_BLOCK.BLOCK_KEY.in(gone))
                    .execute();
        }
        var fresh = keys.stream().filter(key -> !held.contains(key)).toList();
        if (!fresh.isEmpty()) {
            var insert = sql.insertInto(PERSON_BLOCK, PERSON_BLOCK.BLOCK_KEY, PERSON_BLOCK.PERSON_ID);
            for (var key : fresh) {
                insert = insert.values(key, record);
            }
            insert.onDuplicateKeyUpdate()
                    .set(PERSON_BLOCK.PERSON_ID, DSL.val(record))
                    .execute();
        }
    }
}
