package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_NAMED_RECORD;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.NamedParty;
import org.vigil.person.PartiesLinked;
import org.vigil.person.PersonParty;
import org.vigil.person.RecordsDue;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** The records of other modules whose named parties are not linked to people in their present version. */
@Component
public class NamedPartiesDue implements RecordsDue {

    private static final Duration SHORT_WAIT = Duration.ofMinutes(1);
    private static final Duration LONG_WAIT = Duration.ofHours(1);

    private final DSLContext sql;
    private final NamedPartyStore parties;
    private final ObjectProvider<PartiesLinked> waiting;

    NamedPartiesDue(DSLContext sql, NamedPartyStore parties, ObjectProvider<PartiesLinked> waiting) {
        this.sql = sql;
        this.parties = parties;
        this.waiting = waiting;
    }

    /** Those of these records whose people are still to be taken. */
    public Set<Long> stillDue(SubjectType type, Collection<Long> subjects) {
        return subjects.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.select(PERSON_NAMED_RECORD.SUBJECT_ID)
                        .from(PERSON_NAMED_RECORD)
                        .where(PERSON_NAMED_RECORD.SUBJECT_TYPE.eq(type.name()))
                        .and(PERSON_NAMED_RECORD.SUBJECT_ID.in(subjects))
                        .and(PERSON_NAMED_RECORD.PEOPLE_DUE.isTrue())
                        .fetch(PERSON_NAMED_RECORD.SUBJECT_ID));
    }

    @Override
    public List<Long> next(long before, int limit, Instant now) {
        return sql.select(PERSON_NAMED_RECORD.ID)
                .from(PERSON_NAMED_RECORD)
                .where(PERSON_NAMED_RECORD.PEOPLE_DUE.isTrue())
                .and(PERSON_NAMED_RECORD.ID.lt(before))
                .and(PERSON_NAMED_RECORD
                        .PEOPLE_FAILED_AT
                        .isNull()
                        .or(PERSON_NAMED_RECORD
                                .PEOPLE_ATTEMPTS
                                .lt(SOON)
                                .and(PERSON_NAMED_RECORD.PEOPLE_FAILED_AT.le(now.minus(SHORT_WAIT))))
                        .or(PERSON_NAMED_RECORD.PEOPLE_FAILED_AT.le(now.minus(LONG_WAIT))))
                .orderBy(PERSON_NAMED_RECORD.ID.desc())
                .limit(limit)
                .fetch(PERSON_NAMED_RECORD.ID);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DueRecord> lock(Collection<Long> keys) {
        var rows = sql.selectFrom(PERSON_NAMED_RECORD)
                .where(PERSON_NAMED_RECORD.PEOPLE_DUE.isTrue())
                .and(PERSON_NAMED_RECORD.ID.in(keys))
                .orderBy(PERSON_NAMED_RECORD.ID)
                .forUpdate()
                .skipLocked()
                .fetch();
        var said = parties.ofKeys(rows.getValues(PERSON_NAMED_RECORD.ID));
        return rows.map(row -> {
            var subject = new SubjectRef(SubjectType.valueOf(row.getSubjectType()), row.getSubjectId(), row.getReference());
            return new DueRecord(
                    row.getId(), subject, row.getVersion(), row.getPeopleAttempts(),
                    asMatched(subject, said.getOrDefault(row.getId(), List.of())));
        });
    }

    /** The parties of a record as they are matched. */
    public static List<PersonParty> asMatched(SubjectRef subject, List<NamedParty> said) {
        return said.stream()
                .map(party -> party.person().wasErased()
                        ? PersonParty.erased(subject, party.place(), party.role())
                        : PersonParty.of(subject, party.place(), party.role(), party.person().details()))
                .toList();
    }

    @Override
    public SubjectRef subject(long key) {
        return sql.select(PERSON_NAMED_RECORD.SUBJECT_TYPE, PERSON_NAMED_RECORD.SUBJECT_ID)
                .from(PERSON_NAMED_RECORD)
                .where(PERSON_NAMED_RECORD.ID.eq(key))
                .fetchSingle(row -> {
                    var type = SubjectType.valueOf(row.value1());
                    return new SubjectRef(type, row.value2(), type.label() + " " + row.value2());
                });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int failed(long key, Instant now) {
        sql.update(PERSON_NAMED_RECORD)
                .set(PERSON_NAMED_RECORD.PEOPLE_ATTEMPTS, PERSON_NAMED_RECORD.PEOPLE_ATTEMPTS.plus(1))
                .set(PERSON_NAMED_RECORD.PEOPLE_FAILED_AT, now)
                .where(PERSON_NAMED_RECORD.ID.eq(key))
                .and(PERSON_NAMED_RECORD.PEOPLE_DUE.isTrue())
                .execute();
        return sql.select(PERSON_NAMED_RECORD.PEOPLE_ATTEMPTS)
                .from(PERSON_NAMED_RECORD)
                .where(PERSON_NAMED_RECORD.ID.eq(key))
                .fetchSingle()
                .value1();
    }

    /** Whoever waits to know who the parties are hears of it in the same transaction. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(List<DueRecord> records, Instant now) {
        records.forEach(record -> sql.update(PERSON_NAMED_RECORD)
                .set(PERSON_NAMED_RECORD.PEOPLE_VERSION, record.version())
                .set(PERSON_NAMED_RECORD.PEOPLE_ATTEMPTS, 0)
                .setNull(PERSON_NAMED_RECORD.PEOPLE_FAILED_AT)
                .where(PERSON_NAMED_RECORD.ID.eq(record.key()))
                .execute());
        records.stream()
                .map(DueRecord::subject)
                .collect(Collectors.groupingBy(
                        SubjectRef::type, Collectors.mapping(SubjectRef::id, Collectors.toList())))
                .forEach((type, subjects) -> waiting.stream()
                        .filter(module -> module.type() == type)
                        .forEach(module -> module.linked(subjects, now)));
    }
}
