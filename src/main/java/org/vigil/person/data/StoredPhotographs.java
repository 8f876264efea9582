package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_PHOTOGRAPH;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.Photographs;

/** Keeps photographs in the database, where backup, retention and rights already are. */
@Component
class StoredPhotographs implements Photographs {

    private final DSLContext sql;

    StoredPhotographs(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(long record, LocalDate takenOn, String source, byte[] jpeg, long by, Instant now) {
        return sql.insertInto(PERSON_PHOTOGRAPH)
                .set(PERSON_PHOTOGRAPH.PERSON_ID, record)
                .set(PERSON_PHOTOGRAPH.TAKEN_ON, takenOn)
                .set(PERSON_PHOTOGRAPH.SOURCE, source)
                .set(PERSON_PHOTOGRAPH.SHA256, hash(jpeg))
                .set(PERSON_PHOTOGRAPH.CONTENT, jpeg)
                .set(PERSON_PHOTOGRAPH.ADDED_AT, now)
                .set(PERSON_PHOTOGRAPH.ADDED_BY, by)
                .returning(PERSON_PHOTOGRAPH.ID)
                .fetchSingle()
                .getId();
    }

    @Override
    public List<Photograph> of(Collection<Long> records) {
        var table = PERSON_PHOTOGRAPH;
        return sql.select(
                        table.ID, table.PERSON_ID, table.TAKEN_ON, table.SOURCE, table.SHA256, table.ADDED_AT, table.ADDED_BY)
                .from(table)
                .where(table.PERSON_ID.in(records))
                .and(table.ENDED_AT.isNull())
                .orderBy(table.TAKEN_ON.desc(), table.ID.desc())
                .fetch(row -> new Photograph(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
    }

    @Override
    public Optional<byte[]> content(long id) {
        return sql.select(PERSON_PHOTOGRAPH.CONTENT)
                .from(PERSON_PHOTOGRAPH)
                .where(PERSON_PHOTOGRAPH.ID.eq(id))
                .and(PERSON_PHOTOGRAPH.ENDED_AT.isNull())
                .fetchOptional(PERSON_PHOTOGRAPH.CONTENT);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(long id, String reason, long by, Instant now) {
        return sql.update(PERSON_PHOTOGRAPH)
                        .set(PERSON_PHOTOGRAPH.ENDED_AT, now)
                        .set(PERSON_PHOTOGRAPH.ENDED_BY, by)
                        .set(PERSON_PHOTOGRAPH.END_REASON, reason)
                        .where(PERSON_PHOTOGRAPH.ID.eq(id))
                        .and(PERSON_PHOTOGRAPH.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
