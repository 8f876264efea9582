package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON_NAMED_NUMBER;
import static org.vigil.db.generated.Tables.PERSON_NAMED_PARTY;
import static org.vigil.db.generated.Tables.PERSON_NAMED_RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.db.generated.tables.records.PersonNamedPartyRecord;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.NamedAddress;
import org.vigil.person.NamedIdentifier;
import org.vigil.person.NamedParty;
import org.vigil.person.NamedPerson;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** What records of other modules say of whom they name. */
@Component
public class NamedPartyStore {

    private final DSLContext sql;

    NamedPartyStore(DSLContext sql) {
        this.sql = sql;
    }

    private record PartyKey(long record, short place) {}

    /** The parties of these records of one kind, by record, in the order of their places. */
    public Map<Long, List<NamedParty>> of(SubjectType type, Collection<Long> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : byKey(sql.select(PERSON_NAMED_RECORD.ID, PERSON_NAMED_RECORD.SUBJECT_ID)
                        .from(PERSON_NAMED_RECORD)
                        .where(PERSON_NAMED_RECORD.SUBJECT_TYPE.eq(type.name()))
                        .and(PERSON_NAMED_RECORD.SUBJECT_ID.in(subjects))
                        .fetchMap(row -> row.value1(), row -> row.value2()));
    }

    /** The parties of records by what each of the keys stands for. */
    private Map<Long, List<NamedParty>> byKey(Map<Long, Long> subjectOf) {
        var byKey = ofKeys(subjectOf.keySet());
        return byKey.entrySet().stream()
                .collect(Collectors.toMap(each -> Objects.requireNonNull(subjectOf.get(each.getKey())), Map.Entry::getValue));
    }

    /** The parties of records by the store's own keys. */
    Map<Long, List<NamedParty>> ofKeys(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var numbers = sql.selectFrom(PERSON_NAMED_NUMBER)
                .where(PERSON_NAMED_NUMBER.RECORD_ID.in(keys))
                .orderBy(PERSON_NAMED_NUMBER.SCHEME, PERSON_NAMED_NUMBER.VALUE)
                .fetchGroups(
                        row -> new PartyKey(row.getRecordId(), row.getPlace()),
                        row -> new NamedIdentifier(IdentifierScheme.valueOf(row.getScheme()), row.getValue()));
        return sql.selectFrom(PERSON_NAMED_PARTY)
                .where(PERSON_NAMED_PARTY.RECORD_ID.in(keys))
                .orderBy(PERSON_NAMED_PARTY.RECORD_ID, PERSON_NAMED_PARTY.PLACE)
                .fetchGroups(
                        PERSON_NAMED_PARTY.RECORD_ID,
                        row -> party(row, numbers.getOrDefault(new PartyKey(row.getRecordId(), row.getPlace()), List.of())));
    }

    private static NamedParty party(PersonNamedPartyRecord row, List<NamedIdentifier> numbers) {
        var hasAddress = row.getAddressLine() != null || row.getPostcode() != null;
        return new NamedParty(
                row.getPlace(),
                row.getRole(),
                new NamedPerson(
                        row.getGivenName(),
                        row.getFamilyName(),
                        row.getDateOfBirth(),
                        row.getSex(),
                        row.getPhone(),
                        hasAddress ? new NamedAddress(row.getAddressLine(), row.getPostcode()) : null,
                        numbers));
    }

    /** The key of a record, made where it is new, and locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long lock(SubjectRef subject, Instant now) {
        sql.insertInto(PERSON_NAMED_RECORD)
                .set(PERSON_NAMED_RECORD.SUBJECT_TYPE, subject.type().name())
                .set(PERSON_NAMED_RECORD.SUBJECT_ID, subject.id())
                .set(PERSON_NAMED_RECORD.REFERENCE, subject.reference())
                .set(PERSON_NAMED_RECORD.CHANGED_AT, now)
                .onDuplicateKeyUpdate()
                .set(PERSON_NAMED_RECORD.REFERENCE, subject.reference())
                .execute();
        return sql.select(PERSON_NAMED_RECORD.ID)
                .from(PERSON_NAMED_RECORD)
                .where(PERSON_NAMED_RECORD.SUBJECT_TYPE.eq(subject.type().name()))
                .and(PERSON_NAMED_RECORD.SUBJECT_ID.eq(subject.id()))
                .forUpdate()
                .fetchSingle()
                .value1();
    }

    /** Puts these in the place of what a locked record said of its parties; their people are due anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(long key, List<NamedParty> parties, Instant now) {
        sql.deleteFrom(PERSON_NAMED_NUMBER).where(PERSON_NAMED_NUMBER.RECORD_ID.eq(key)).execute();
        sql.deleteFrom(PERSON_NAMED_PARTY).where(PERSON_NAMED_PARTY.RECORD_ID.eq(key)).execute();
        parties.forEach(party -> insert(key, party));
        sql.update(PERSON_NAMED_RECORD)
                .set(PERSON_NAMED_RECORD.VERSION, PERSON_NAMED_RECORD.VERSION.plus(1))
                .set(PERSON_NAMED_RECORD.CHANGED_AT, now)
                .where(PERSON_NAMED_RECORD.ID.eq(key))
                .execute();
    }

    private void insert(long key, NamedParty party) {
        var said = party.person();
        var address = said.address() == null ? new NamedAddress(null, null) : said.address();
        sql.insertInto(PERSON_NAMED_PARTY)
                .set(PERSON_NAMED_PARTY.RECORD_ID, key)
                .set(PERSON_NAMED_PARTY.PLACE, (short) party.place())
                .set(PERSON_NAMED_PARTY.ROLE, party.role())
                .set(PERSON_NAMED_PARTY.GIVEN_NAME, said.givenName())
                .set(PERSON_NAMED_PARTY.FAMILY_NAME, said.familyName())
                .set(PERSON_NAMED_PARTY.DATE_OF_BIRTH, said.dateOfBirth())
                .set(PERSON_NAMED_PARTY.SEX, said.sex())
                .set(PERSON_NAMED_PARTY.PHONE, said.phone())
                .set(PERSON_NAMED_PARTY.ADDRESS_LINE, address.line())
                .set(PERSON_NAMED_PARTY.POSTCODE, address.postcode())
                .execute();
        for (var number : said.identifiers()) {
            sql.insertInto(PERSON_NAMED_NUMBER)
                    .set(PERSON_NAMED_NUMBER.RECORD_ID, key)
                    .set(PERSON_NAMED_NUMBER.PLACE, (short) party.place())
                    .set(PERSON_NAMED_NUMBER.SCHEME, number.scheme().name())
                    .set(PERSON_NAMED_NUMBER.VALUE, number.value())
                    .execute();
        }
    }
}
