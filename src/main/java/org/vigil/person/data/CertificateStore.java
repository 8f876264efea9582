package org.vigil.person.data;

import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.PERSON_ERASURE;
import static org.vigil.db.generated.Tables.PERSON_ERASURE_COUNT;
import static org.vigil.db.generated.Tables.PERSON_ERASURE_LOG;
import static org.vigil.db.generated.Tables.PERSON_ERASURE_SUBJECT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.Certificate;
import org.vigil.person.ErasedData;
import org.vigil.person.ErasureKind;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Keeps certificates of erasure; none is ever changed. */
@Component
public class CertificateStore {

    private final DSLContext sql;

    CertificateStore(DSLContext sql) {
        this.sql = sql;
    }

    /** An erasure as it is certified. */
    public record Done(
            long person, ErasureKind kind, Instant at, long by, String reason, int group, @Nullable LocalDate reviewWasDueOn) {}

    /** Entries of the audit log that lose their values: those about the record, in this field or, where it is empty, in all. */
    public record Logged(SubjectRef record, String field) {}

    /** Writes a certificate; answers its number. What is counted as nothing is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(Done done, Map<ErasedData, Integer> counts, Collection<Logged> logged) {
        var id = sql.insertInto(PERSON_ERASURE)
                .set(PERSON_ERASURE.PERSON_ID, done.person())
                .set(PERSON_ERASURE.KIND, done.kind().name())
                .set(PERSON_ERASURE.DONE_AT, done.at())
                .set(PERSON_ERASURE.DONE_BY, done.by())
                .set(PERSON_ERASURE.REASON, done.reason())
                .set(PERSON_ERASURE.RETENTION_GROUP, (byte) done.group())
                .set(PERSON_ERASURE.REVIEW_WAS_DUE_ON, done.reviewWasDueOn())
                .returning(PERSON_ERASURE.ID)
                .fetchSingle()
                .getId();
        counts.forEach((what, number) -> {
            if (number > 0) {
                sql.insertInto(PERSON_ERASURE_COUNT)
                        .set(PERSON_ERASURE_COUNT.ERASURE_ID, id)
                        .set(PERSON_ERASURE_COUNT.WHAT, what.name())
                        .set(PERSON_ERASURE_COUNT.NUMBER, number)
                        .execute();
            }
        });
        logged.forEach(each -> sql.insertInto(PERSON_ERASURE_SUBJECT)
                .set(PERSON_ERASURE_SUBJECT.ERASURE_ID, id)
                .set(PERSON_ERASURE_SUBJECT.SUBJECT_TYPE, each.record().type().name())
                .set(PERSON_ERASURE_SUBJECT.SUBJECT_ID, each.record().id())
                .set(PERSON_ERASURE_SUBJECT.FIELD, each.field())
                .execute());
        return id;
    }

    public Optional<Certificate> byId(long id) {
        return read(PERSON_ERASURE.ID.eq(id), 1).stream().findFirst();
    }

    /** Certificates from before a number on, the latest first. */
    public List<Certificate> before(long number, int limit) {
        return read(PERSON_ERASURE.ID.lt(number), limit);
    }

    /** Those after which the audit log still holds values, the oldest first. */
    public List<Certificate> withValuesLeft() {
        return read(PERSON_ERASURE_LOG.ERASURE_ID.isNull(), Integer.MAX_VALUE).reversed();
    }

    /** Whose entries lose their values. */
    public List<Logged> logged(long certificate) {
        return sql.selectFrom(PERSON_ERASURE_SUBJECT)
                .where(PERSON_ERASURE_SUBJECT.ERASURE_ID.eq(certificate))
                .orderBy(PERSON_ERASURE_SUBJECT.SUBJECT_TYPE, PERSON_ERASURE_SUBJECT.SUBJECT_ID)
                .fetch(row -> new Logged(
                        new SubjectRef(
                                SubjectType.valueOf(row.getSubjectType()), row.getSubjectId(),
                                Long.toString(row.getSubjectId())),
                        row.getField()));
    }

    /** The log's values are gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void logErased(long certificate, int entries, Instant now) {
        sql.insertInto(PERSON_ERASURE_LOG)
                .set(PERSON_ERASURE_LOG.ERASURE_ID, certificate)
                .set(PERSON_ERASURE_LOG.ERASED_AT, now)
                .set(PERSON_ERASURE_LOG.ENTRIES, entries)
                .execute();
    }

    private List<Certificate> read(Condition which, int limit) {
        var rows = sql.select(PERSON_ERASURE.fields())
                .select(ACCOUNT.DISPLAY_NAME, PERSON_ERASURE_LOG.ERASED_AT, PERSON_ERASURE_LOG.ENTRIES)
                .from(PERSON_ERASURE)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PERSON_ERASURE.DONE_BY))
                .leftJoin(PERSON_ERASURE_LOG)
                .on(PERSON_ERASURE_LOG.ERASURE_ID.eq(PERSON_ERASURE.ID))
                .where(which)
                .orderBy(PERSON_ERASURE.ID.desc())
                .limit(limit)
                .fetch();
        var counts = sql.selectFrom(PERSON_ERASURE_COUNT)
                .where(PERSON_ERASURE_COUNT.ERASURE_ID.in(rows.getValues(PERSON_ERASURE.ID)))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getErasureId(),
                        Collectors.toMap(row -> ErasedData.valueOf(row.getWhat()), row -> row.getNumber())));
        return rows.map(row -> new Certificate(
                row.get(PERSON_ERASURE.ID),
                row.get(PERSON_ERASURE.PERSON_ID),
                ErasureKind.valueOf(row.get(PERSON_ERASURE.KIND)),
                row.get(PERSON_ERASURE.DONE_AT),
                row.get(ACCOUNT.DISPLAY_NAME),
                row.get(PERSON_ERASURE.REASON),
                row.get(PERSON_ERASURE.RETENTION_GROUP),
                row.get(PERSON_ERASURE.REVIEW_WAS_DUE_ON),
                counts.getOrDefault(row.get(PERSON_ERASURE.ID), Map.of()),
                row.get(PERSON_ERASURE_LOG.ERASED_AT),
                row.get(PERSON_ERASURE_LOG.ENTRIES) == null ? 0 : row.get(PERSON_ERASURE_LOG.ENTRIES)));
    }
}
