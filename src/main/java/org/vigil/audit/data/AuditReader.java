package org.vigil.audit.data;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.AUDIT_SHOWN;
import static org.vigil.db.generated.Tables.AUDIT_STREAM;
import static org.vigil.db.generated.Tables.AUDIT_VALUE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.Action;
import org.vigil.audit.rules.Detail;
import org.vigil.audit.rules.Entry;
import org.vigil.audit.rules.EntryPlace;
import org.vigil.audit.rules.StoredEntry;
import org.vigil.audit.rules.StoredValue;
import org.vigil.shared.SubjectType;

/** Reads the log as it is, for those who check it; a stream is one range of keys. */
@Component
public class AuditReader {

    private static final int ROWS_AT_ONCE = 200;

    private final DSLContext dsl;

    AuditReader(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The database's own time, UTC. */
    public Instant now() {
        return dsl.select(AuditStore.UTC).fetchSingle().value1();
    }

    /** Every stream's head, as of one moment. */
    public List<StreamEnd> ends() {
        return dsl.selectFrom(AUDIT_STREAM)
                .orderBy(AUDIT_STREAM.STREAM)
                .fetch(row -> new StreamEnd(row.getStream(), row.getPosition(), row.getHash(), row.getOrigin()));
    }

    /** The entries that follow a place in its stream, up to a position, in the order of their keys. */
    public List<StoredEntry> entriesAfter(EntryPlace place, long upTo, int limit) {
        return dsl.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.ID.gt(place.id()))
                .and(AUDIT_ENTRY.ID.le(new EntryPlace(place.stream(), upTo).id()))
                .orderBy(AUDIT_ENTRY.ID)
                .limit(limit)
                .fetch(row -> new StoredEntry(
                        row.getId(),
                        new Entry(
                                new EntryPlace(row.getStream(), row.getPosition()),
                                row.getAt(),
                                row.getAccountId(),
                                row.getUsername(),
                                row.getDuties(),
                                row.getAction(),
                                row.getSubjectType(),
                                row.getSubjectId(),
                                row.getSubjectReference(),
                                row.getWhat(),
                                row.getPurpose(),
                                row.getAddress(),
                                row.getDetail()),
                        row.getPreviousHash(),
                        row.getHash()));
    }

    /** The records shown by the entries of a range of keys. */
    public Map<Long, SortedMap<String, SortedSet<Long>>> shown(long fromId, long toId) {
        var found = new HashMap<Long, SortedMap<String, SortedSet<Long>>>();
        try (var rows = dsl.selectFrom(AUDIT_SHOWN)
                .where(AUDIT_SHOWN.ENTRY_ID.between(fromId, toId))
                .orderBy(AUDIT_SHOWN.ENTRY_ID)
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> found.computeIfAbsent(row.getEntryId(), id -> new TreeMap<>())
                    .computeIfAbsent(row.getSubjectType(), type -> new TreeSet<>())
                    .add(row.getSubjectId()));
        }
        return found;
    }

    /** The values beside the entries of a range of keys, hashed as they arrive. */
    public Map<Long, List<StoredValue>> values(long fromId, long toId) {
        var recorded = field(exists(selectOne()
                        .from(AUDIT_ENTRY)
                        .join(AUDIT_SHOWN)
                        .on(AUDIT_SHOWN.ENTRY_ID.eq(AUDIT_ENTRY.ID))
                        .where(AUDIT_ENTRY.ID.eq(AUDIT_VALUE.ERASED_BY))
                        .and(AUDIT_ENTRY.ACTION.eq(Action.DELETE.name()))
                        .and(AUDIT_ENTRY.SUBJECT_TYPE.eq(SubjectType.AUDIT.name()))
                        .and(AUDIT_SHOWN.SUBJECT_TYPE.eq(SubjectType.AUDIT.name()))
                        .and(AUDIT_SHOWN.SUBJECT_ID.eq(AUDIT_VALUE.ENTRY_ID))))
                .as("recorded");
        var found = new HashMap<Long, List<StoredValue>>();
        try (var rows = dsl.select(AUDIT_VALUE.asterisk(), recorded)
                .from(AUDIT_VALUE)
                .where(AUDIT_VALUE.ENTRY_ID.between(fromId, toId))
                .orderBy(AUDIT_VALUE.ENTRY_ID)
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            rows.forEach(row -> found.computeIfAbsent(row.get(AUDIT_VALUE.ENTRY_ID), id -> new ArrayList<>())
                    .add(value(row, recorded)));
        }
        return found;
    }

    private static StoredValue value(Record row, Field<Boolean> recorded) {
        var salt = row.get(AUDIT_VALUE.SALT);
        var name = row.get(AUDIT_VALUE.FIELD);
        var before = row.get(AUDIT_VALUE.BEFORE_VALUE);
        var after = row.get(AUDIT_VALUE.AFTER_VALUE);
        return new StoredValue(
                new Detail.HashedField(name, hash(salt, name, "before", before), hash(salt, name, "after", after)),
                row.get(AUDIT_VALUE.ERASED_BY) != null,
                row.get(recorded),
                before == null && after == null);
    }

    private static @Nullable String hash(String salt, String field, String side, @Nullable String value) {
        return value == null ? null : Detail.hash(salt, field, side, value);
    }

    /** The first entry of a stream that stands beyond the stream's head, both seen at the same moment. */
    public Optional<EntryPlace> beyondHead(int stream) {
        var head = select(AUDIT_STREAM.POSITION.plus(new EntryPlace(stream, 0).id()))
                .from(AUDIT_STREAM)
                .where(AUDIT_STREAM.STREAM.eq((short) stream));
        return first(min(AUDIT_ENTRY.ID), AUDIT_ENTRY.ID
                .gt(field(head))
                .and(AUDIT_ENTRY.ID.lt(new EntryPlace(stream + 1, 0).id())));
    }

    /** An entry whose key belongs to no stream. */
    public Optional<EntryPlace> outsideStreams() {
        return first(min(AUDIT_ENTRY.ID), AUDIT_ENTRY.ID.le(0L))
                .or(() -> first(max(AUDIT_ENTRY.ID), AUDIT_ENTRY.ID.gt(new EntryPlace(EntryPlace.STREAMS, 0).id())));
    }

    private Optional<EntryPlace> first(Field<Long> which, Condition condition) {
        return dsl.select(which)
                .from(AUDIT_ENTRY)
                .where(condition)
                .fetchOptional(row -> row.value1())
                .map(EntryPlace::of);
    }

    /** Whether the log holds an entry from before an instant. */
    public boolean anyBefore(Instant at) {
        return dsl.fetchExists(select(AUDIT_ENTRY.ID).from(AUDIT_ENTRY).where(AUDIT_ENTRY.AT.lt(at)));
    }

    /** An entry that is not there, though records shown or values name it. */
    public Optional<EntryPlace> missingBehindShownOrValue() {
        var shown = dsl.select(AUDIT_SHOWN.ENTRY_ID)
                .from(AUDIT_SHOWN)
                .leftAntiJoin(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.ID.eq(AUDIT_SHOWN.ENTRY_ID))
                .limit(1)
                .fetchOptional(row -> row.value1());
        var value = shown.or(() -> dsl.select(AUDIT_VALUE.ENTRY_ID)
                .from(AUDIT_VALUE)
                .leftAntiJoin(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.ID.eq(AUDIT_VALUE.ENTRY_ID))
                .limit(1)
                .fetchOptional(row -> row.value1()));
        return value.map(EntryPlace::of);
    }
}
