package org.vigil.audit.data;

import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.AUDIT_SHOWN;
import static org.vigil.db.generated.Tables.AUDIT_STREAM;
import static org.vigil.db.generated.Tables.AUDIT_VALUE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.audit.rules.EntryPlace;

/**
 * Appends to the log, in the caller's transaction. A writer takes the head of any stream that is free at the moment, so
 * that writers hardly ever wait for each other, and holds it until its commit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AuditStore {

    private static final int BATCH = 1000;

    /** So many rows are sent in one statement: a batch is prepared at the server first, and most entries are alone. */
    private static final int FEW = 32;

    /** The database's own time: neither the console's shifted clock nor a pinned one gets into the log. */
    static final Field<Instant> UTC = DSL.field("utc_timestamp(6)", AUDIT_ENTRY.AT.getDataType());

    private static final List<Field<?>> ENTRY_COLUMNS = List.of(
            AUDIT_ENTRY.ID,
            AUDIT_ENTRY.STREAM,
            AUDIT_ENTRY.POSITION,
            AUDIT_ENTRY.AT,
            AUDIT_ENTRY.ACCOUNT_ID,
            AUDIT_ENTRY.USERNAME,
            AUDIT_ENTRY.DUTIES,
            AUDIT_ENTRY.ACTION,
            AUDIT_ENTRY.SUBJECT_TYPE,
            AUDIT_ENTRY.SUBJECT_ID,
            AUDIT_ENTRY.SUBJECT_REFERENCE,
            AUDIT_ENTRY.WHAT,
            AUDIT_ENTRY.PURPOSE,
            AUDIT_ENTRY.ADDRESS,
            AUDIT_ENTRY.DETAIL,
            AUDIT_ENTRY.PREVIOUS_HASH,
            AUDIT_ENTRY.HASH);
    private static final List<Field<?>> SHOWN_COLUMNS =
            List.of(AUDIT_SHOWN.ENTRY_ID, AUDIT_SHOWN.SUBJECT_TYPE, AUDIT_SHOWN.SUBJECT_ID);
    private static final List<Field<?>> VALUE_COLUMNS = List.of(
            AUDIT_VALUE.ENTRY_ID,
            AUDIT_VALUE.FIELD,
            AUDIT_VALUE.SALT,
            AUDIT_VALUE.BEFORE_VALUE,
            AUDIT_VALUE.AFTER_VALUE);

    private final DSLContext dsl;

    AuditStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Appends the notes to one stream, in their order.
     *
     * @param held the head that this transaction took earlier, or null
     * @return the stream's new head, held until the transaction ends
     */
    public StreamHead write(List<SignedNote> notes, @Nullable StreamHead held) {
        var taken = held == null ? takeHead() : new TakenHead(held, now());
        var head = taken.head();
        var at = taken.at();
        var place = new EntryPlace(head.stream(), head.position());
        var hash = head.hash();
        var entries = new ArrayList<Object[]>(notes.size());
        var shown = new ArrayList<Object[]>();
        var values = new ArrayList<Object[]>();
        for (var note : notes) {
            place = place.next();
            var prepared = PreparedEntry.of(note, place, at);
            var previous = hash;
            hash = prepared.entry().hashAfter(previous);
            entries.add(row(prepared, previous, hash));
            addShown(prepared, shown);
            addValues(prepared, values);
        }
        insert(AUDIT_ENTRY, ENTRY_COLUMNS, entries);
        insert(AUDIT_SHOWN, SHOWN_COLUMNS, shown);
        insert(AUDIT_VALUE, VALUE_COLUMNS, values);
        var moved = new StreamHead(head.stream(), place.position(), hash);
        dsl.update(AUDIT_STREAM)
                .set(AUDIT_STREAM.POSITION, moved.position())
                .set(AUDIT_STREAM.HASH, moved.hash())
                .where(AUDIT_STREAM.STREAM.eq((short) moved.stream()))
                .execute();
        return moved;
    }

    /** @param at the database's time of the statement that took the head */
    private record TakenHead(StreamHead head, Instant at) {}

    private TakenHead takeHead() {
        var stream = (short) ThreadLocalRandom.current().nextInt(EntryPlace.STREAMS);
        return free(AUDIT_STREAM.STREAM.ge(stream))
                .or(() -> free(AUDIT_STREAM.STREAM.lt(stream)))
                .orElseGet(() -> new TakenHead(waitFor(stream), now()));
    }

    /** Waits for nobody, so that the time of the statement is as good as that of the holding. */
    private Optional<TakenHead> free(Condition among) {
        return dsl.select(AUDIT_STREAM.STREAM, AUDIT_STREAM.POSITION, AUDIT_STREAM.HASH, UTC)
                .from(AUDIT_STREAM.forceIndexForOrderBy("PRIMARY"))
                .where(among)
                .orderBy(AUDIT_STREAM.STREAM)
                .limit(DSL.inline(1))
                .forUpdate()
                .skipLocked()
                .fetchOptional(row ->
                        new TakenHead(new StreamHead(row.value1(), row.value2(), row.value3()), row.value4()));
    }

    private Instant now() {
        return dsl.select(UTC).fetchSingle().value1();
    }

    private StreamHead waitFor(short stream) {
        return dsl.select(AUDIT_STREAM.STREAM, AUDIT_STREAM.POSITION, AUDIT_STREAM.HASH)
                .from(AUDIT_STREAM)
                .where(AUDIT_STREAM.STREAM.eq(stream))
                .forUpdate()
                .fetchSingle(row -> new StreamHead(row.value1(), row.value2(), row.value3()));
    }

    private static Object[] row(PreparedEntry prepared, String previous, String hash) {
        var entry = prepared.entry();
        return new Object[] {
            entry.place().id(),
            (short) entry.place().stream(),
            entry.place().position(),
            entry.at(),
            entry.accountId(),
            entry.username(),
            entry.duties(),
            entry.action(),
            entry.subjectType(),
            entry.subjectId(),
            entry.subjectReference(),
            entry.what(),
            entry.purpose(),
            entry.address(),
            entry.detail(),
            previous,
            hash
        };
    }

    private static void addShown(PreparedEntry prepared, List<Object[]> rows) {
        var id = prepared.entry().place().id();
        prepared.detail().shown().forEach((type, keys) -> keys.forEach(key -> rows.add(new Object[] {id, type, key})));
    }

    private static void addValues(PreparedEntry prepared, List<Object[]> rows) {
        var id = prepared.entry().place().id();
        for (var value : prepared.values()) {
            rows.add(new Object[] {id, value.field(), value.salt(), value.before(), value.after()});
        }
    }

    private void insert(Table<?> table, List<Field<?>> columns, List<Object[]> rows) {
        if (!rows.isEmpty() && rows.size() <= FEW) {
            var few = dsl.insertInto(table).columns(columns);
            rows.forEach(few::values);
            few.execute();
            return;
        }
        for (var from = 0; from < rows.size(); from += BATCH) {
            var batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            dsl.batch(dsl.insertInto(table).columns(columns).values(Collections.nCopies(columns.size(), null)))
                    .bind(batch.toArray(new Object[0][]))
                    .execute();
        }
    }
}
