package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_CHARACTERISTIC;
import static org.vigil.db.generated.Tables.PERSON_EXTERNAL_RECORD;
import static org.vigil.db.generated.Tables.PERSON_FLAG;
import static org.vigil.db.generated.Tables.PERSON_MARKER;
import static org.vigil.db.generated.Tables.PERSON_RELATIONSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.Characteristic;
import org.vigil.person.FlagState;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.NewFlag;
import org.vigil.person.NewMarker;
import org.vigil.person.NewRelationship;
import org.vigil.person.PartState;
import org.vigil.person.Person.CharacteristicAnswer;
import org.vigil.person.data.PersonStore.Said;
import org.vigil.person.search.PersonIndex;

/** Writes what is noted about a person beside who they are, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MarkStore {

    private final DSLContext sql;
    private final PersonIndex search;

    MarkStore(DSLContext sql, PersonIndex search) {
        this.sql = sql;
        this.search = search;
    }

    public void answer(long record, Characteristic kind, CharacteristicAnswer answer, long by, Instant now) {
        var table = PERSON_CHARACTERISTIC;
        sql.insertInto(table)
                .set(table.PERSON_ID, record)
                .set(table.KIND, kind.name())
                .set(table.ANSWER, answer.answer().name())
                .set(table.VALUE, answer.value())
                .set(table.REASON, answer.reason())
                .set(table.RECORDED_AT, now)
                .set(table.RECORDED_BY, by)
                .onDuplicateKeyUpdate()
                .set(table.ANSWER, answer.answer().name())
                .set(table.VALUE, answer.value())
                .set(table.REASON, answer.reason())
                .set(table.RECORDED_AT, now)
                .set(table.RECORDED_BY, by)
                .execute();
    }

    public long addMarker(long record, NewMarker marker, long by, Instant now) {
        search.changed(record);
        var table = PERSON_MARKER;
        return sql.insertInto(table)
                .set(table.PERSON_ID, record)
                .set(table.TYPE, marker.type().name())
                .set(table.REASON, marker.reason())
                .set(table.SET_AT, now)
                .set(table.SET_BY, by)
                .set(table.VALID_FROM, marker.from())
                .set(table.REVIEW_ON, marker.reviewOn())
                .returning(table.ID)
                .fetchSingle()
                .getId();
    }

    /** Keeps a marker for longer; false where it has ended. */
    public boolean renewMarker(Collection<Long> records, long marker, LocalDate reviewOn) {
        return sql.update(PERSON_MARKER)
                        .set(PERSON_MARKER.REVIEW_ON, reviewOn)
                        .where(PERSON_MARKER.ID.eq(marker))
                        .and(PERSON_MARKER.PERSON_ID.in(records))
                        .and(PERSON_MARKER.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Ends a marker; false where it has ended already. */
    public boolean endMarker(Collection<Long> records, long marker, String reason, long by, Instant now) {
        records.forEach(search::changed);
        return sql.update(PERSON_MARKER)
                        .set(PERSON_MARKER.ENDED_AT, now)
                        .set(PERSON_MARKER.ENDED_BY, by)
                        .set(PERSON_MARKER.END_REASON, reason)
                        .where(PERSON_MARKER.ID.eq(marker))
                        .and(PERSON_MARKER.PERSON_ID.in(records))
                        .and(PERSON_MARKER.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    public long addFlag(long record, NewFlag flag, long by, Instant now) {
        search.changed(record);
        var table = PERSON_FLAG;
        return sql.insertInto(table)
                .set(table.PERSON_ID, record)
                .set(table.SYSTEM, flag.system().name())
                .set(table.WHAT, flag.what())
                .set(table.REASON, flag.reason())
                .set(table.STATE, FlagState.TO_SET.name())
                .set(table.ASKED_AT, now)
                .set(table.ASKED_BY, by)
                .returning(table.ID)
                .fetchSingle()
                .getId();
    }

    /** The record that a marker stands in. */
    public Optional<Long> personOfMarker(long marker) {
        return sql.select(PERSON_MARKER.PERSON_ID)
                .from(PERSON_MARKER)
                .where(PERSON_MARKER.ID.eq(marker))
                .fetchOptional(PERSON_MARKER.PERSON_ID);
    }

    /** The record that a flag stands in. */
    public Optional<Long> personOf(long flag) {
        return sql.select(PERSON_FLAG.PERSON_ID)
                .from(PERSON_FLAG)
                .where(PERSON_FLAG.ID.eq(flag))
                .fetchOptional(PERSON_FLAG.PERSON_ID);
    }

    /** Says that a flag stands or is not needed; false where it was settled already. */
    public boolean settleFlag(
            Collection<Long> records, long flag, FlagState state, String evidence, long by, Instant now) {
        records.forEach(search::changed);
        return sql.update(PERSON_FLAG)
                        .set(PERSON_FLAG.STATE, state.name())
                        .set(PERSON_FLAG.EVIDENCE, evidence)
                        .set(PERSON_FLAG.SETTLED_AT, now)
                        .set(PERSON_FLAG.SETTLED_BY, by)
                        .set(PERSON_FLAG.VERSION, PERSON_FLAG.VERSION.plus(1))
                        .where(PERSON_FLAG.ID.eq(flag))
                        .and(PERSON_FLAG.PERSON_ID.in(records))
                        .and(PERSON_FLAG.STATE.eq(FlagState.TO_SET.name()))
                        .execute()
                == 1;
    }

    public long addRelationship(long record, NewRelationship related, Said said) {
        var table = PERSON_RELATIONSHIP;
        return sql.insertInto(table)
                .set(table.PERSON_ID, record)
                .set(table.OTHER_ID, related.otherId())
                .set(table.KIND, related.kind().name())
                .set(table.FROM_ON, related.from())
                .set(table.TO_ON, related.to())
                .set(table.NOTE, related.note())
                .set(table.STATE, PartState.CURRENT.name())
                .set(table.ORIGIN, said.origin().name())
                .set(table.SOURCE, said.source())
                .set(table.ADDED_AT, said.at())
                .set(table.ADDED_BY, said.by())
                .returning(table.ID)
                .fetchSingle()
                .getId();
    }

    /** Ends a relationship, or says that it never was; false where it is not there or has ended. */
    public boolean endRelationship(
            Collection<Long> records,
            long relationship,
            PartState state,
            @Nullable LocalDate to,
            String reason,
            long by,
            Instant now) {
        var table = PERSON_RELATIONSHIP;
        var statement = sql.update(table)
                .set(table.STATE, state.name())
                .set(table.ENDED_AT, now)
                .set(table.ENDED_BY, by)
                .set(table.END_REASON, reason);
        if (to != null) {
            statement = statement.set(table.TO_ON, to);
        }
        return statement.where(table.ID.eq(relationship))
                        .and(table.PERSON_ID.in(records).or(table.OTHER_ID.in(records)))
                        .and(table.STATE.eq(PartState.CURRENT.name()))
                        .execute()
                == 1;
    }

    /** Says that what another system was said to hold is over or was wrong; false where it was said already. */
    public boolean endExternal(
            Collection<Long> records, long external, PartState state, String reason, long by, Instant now) {
        return sql.update(PERSON_EXTERNAL_RECORD)
                        .set(PERSON_EXTERNAL_RECORD.STATE, state.name())
                        .set(PERSON_EXTERNAL_RECORD.ENDED_AT, now)
                        .set(PERSON_EXTERNAL_RECORD.ENDED_BY, by)
                        .set(PERSON_EXTERNAL_RECORD.END_REASON, reason)
                        .where(PERSON_EXTERNAL_RECORD.ID.eq(external))
                        .and(PERSON_EXTERNAL_RECORD.PERSON_ID.in(records))
                        .and(PERSON_EXTERNAL_RECORD.STATE.eq(PartState.CURRENT.name()))
                        .execute()
                == 1;
    }

    /** Adds to the first of a person's records what another system holds; what came with the same reference before is left as it is. */
    public boolean addExternal(List<Long> records, NewExternalRecord external, Said said) {
        var table = PERSON_EXTERNAL_RECORD;
        if (external.reference() != null
                && sql.fetchExists(sql.selectOne()
                        .from(table)
                        .where(table.PERSON_ID.in(records))
                        .and(table.KIND.eq(external.kind().name()))
                        .and(table.SYSTEM.eq(external.system()))
                        .and(table.REFERENCE.eq(external.reference())))) {
            return false;
        }
        return sql.insertInto(table)
                        .set(table.PERSON_ID, records.getFirst())
                        .set(table.KIND, external.kind().name())
                        .set(table.SYSTEM, external.system())
                        .set(table.REFERENCE, external.reference())
                        .set(table.DATED_ON, external.datedOn())
                        .set(table.CONTENT, external.content())
                        .set(table.ORIGIN, said.origin().name())
                        .set(table.SOURCE, said.source())
                        .set(table.ADDED_AT, said.at())
                        .set(table.ADDED_BY, said.by())
                        .execute()
                == 1;
    }
}
