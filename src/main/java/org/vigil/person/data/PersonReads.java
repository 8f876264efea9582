package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_CHARACTERISTIC;
import static org.vigil.db.generated.Tables.PERSON_EXTERNAL_RECORD;
import static org.vigil.db.generated.Tables.PERSON_FLAG;
import static org.vigil.db.generated.Tables.PERSON_MARKER;
import static org.vigil.db.generated.Tables.PERSON_RELATIONSHIP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.db.generated.tables.records.PersonRecord;
import org.vigil.person.Answer;
import org.vigil.person.Characteristic;
import org.vigil.person.ExternalKind;
import org.vigil.person.FlagState;
import org.vigil.person.FlagSystem;
import org.vigil.person.HeldPart;
import org.vigil.person.MarkerType;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonCore;
import org.vigil.person.RelationshipKind;
import org.vigil.person.Restriction;
import org.vigil.person.Seen;
import org.vigil.person.Sex;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/** Reads whole people, merged records looked through. */
@Component
public class PersonReads {

    private final DSLContext sql;
    private final PartReads parts;

    PersonReads(DSLContext sql, PartReads parts) {
        this.sql = sql;
        this.parts = parts;
    }

    /** The record that stands for this one: itself, or the one that it was merged into in the end. */
    public Optional<Long> survivorOf(long id) {
        return sql.select(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .fetchOptional(0, Long.class);
    }

    /** For each of these records the one that stands for it. */
    public Map<Long, Long> survivorsOf(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.select(PERSON.ID, DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                        .from(PERSON)
                        .where(PERSON.ID.in(ids))
                        .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** For each of these that stand by themselves all records that are the person, its own first. */
    public Map<Long, List<Long>> recordsOf(Collection<Long> survivors) {
        var records = new HashMap<Long, List<Long>>();
        if (survivors.isEmpty()) {
            return records;
        }
        survivors.forEach(id -> records.put(id, new ArrayList<>(List.of(id))));
        sql.select(PERSON.SURVIVOR_ID, PERSON.ID)
                .from(PERSON)
                .where(PERSON.SURVIVOR_ID.in(survivors))
                .orderBy(PERSON.ID)
                .forEach(row -> records.get(row.value1()).add(row.value2()));
        return records;
    }

    /** A person, if the viewer may see the record in full. */
    public Optional<Person> inFull(Viewer viewer, long survivor, Instant now) {
        return sql.selectFrom(PERSON)
                .where(PERSON.ID.eq(survivor))
                .and(PERSON.SURVIVOR_ID.isNull())
                .and(VisiblePeople.inFull(PERSON, viewer, now))
                .fetchOptional(this::person);
    }

    /** The same, its row locked until the transaction ends. */
    public Optional<Person> lock(Viewer viewer, long survivor, Instant now) {
        return sql.selectFrom(PERSON)
                .where(PERSON.ID.eq(survivor))
                .and(PERSON.SURVIVOR_ID.isNull())
                .and(VisiblePeople.inFull(PERSON, viewer, now))
                .forUpdate()
                .fetchOptional(this::person);
    }

    /** The records of several people without their histories, for lists; only those the viewer may see in full. */
    public List<Person> inFull(Viewer viewer, Collection<Long> survivors, Instant now) {
        return survivors.isEmpty()
                ? List.of()
                : sql
                        .selectFrom(PERSON)
                        .where(PERSON.ID.in(survivors))
                        .and(PERSON.SURVIVOR_ID.isNull())
                        .and(VisiblePeople.inFull(PERSON, viewer, now))
                        .orderBy(PERSON.ID)
                        .fetch(this::person);
    }

    private Person person(PersonRecord row) {
        var records = recordsOf(List.of(row.getId())).get(row.getId());
        var all = new ArrayList<HeldPart<?>>();
        var byRecord = parts.of(records);
        records.forEach(record -> all.addAll(byRecord.getOrDefault(record, List.of())));
        return new Person(
                row.getId(),
                row.getVersion(),
                core(row),
                records,
                all,
                characteristics(records),
                markers(records),
                flags(records),
                relationships(records),
                external(records));
    }

    static PersonCore core(PersonRecord row) {
        return new PersonCore(
                row.getPoliceEmployee(),
                Sex.valueOf(row.getSex()),
                row.getLanguage(),
                row.getInterpreterNeeded(),
                new PersonCore.SafeContact(row.getSafeMethod(), row.getSafeTimes(), row.getUnsafeContact()),
                row.getDescription(),
                limits(row),
                new PersonCore.Retention(row.getRetentionGroup(), row.getNextReviewOn(), row.getHoldReason()),
                row.getCreatedAt());
    }

    static PersonCore.Limits limits(PersonRecord row) {
        var duty = row.getRestrictionDuty();
        return new PersonCore.Limits(
                Restriction.valueOf(row.getRestriction()),
                row.getRestrictionReason(),
                duty == null ? null : Duty.valueOf(duty),
                row.getRestrictionAccount());
    }

    /** The survivor's own answers go before those of what was merged into it. */
    private Map<Characteristic, Person.CharacteristicAnswer> characteristics(List<Long> records) {
        var answers = new HashMap<Characteristic, Person.CharacteristicAnswer>();
        var table = PERSON_CHARACTERISTIC;
        sql.selectFrom(table)
                .where(table.PERSON_ID.in(records))
                .fetch()
                .stream()
                .sorted(java.util.Comparator.comparingInt(row -> records.indexOf(row.getPersonId())))
                .forEach(row -> answers.merge(
                        Characteristic.valueOf(row.getKind()),
                        new Person.CharacteristicAnswer(
                                Answer.valueOf(row.getAnswer()), row.getValue(), row.getReason()),
                        (first, later) -> first.answer() == Answer.GIVEN ? first : later));
        return answers;
    }

    private List<Person.Marker> markers(List<Long> records) {
        var table = PERSON_MARKER;
        return sql.selectFrom(table)
                .where(table.PERSON_ID.in(records))
                .orderBy(table.ID)
                .fetch(row -> new Person.Marker(
                        row.getId(),
                        MarkerType.valueOf(row.getType()),
                        row.getReason(),
                        row.getSetAt(),
                        row.getSetBy(),
                        row.getValidFrom(),
                        row.getReviewOn(),
                        row.getEndedAt(),
                        row.getEndReason()));
    }

    private List<Person.Flag> flags(List<Long> records) {
        var table = PERSON_FLAG;
        return sql.selectFrom(table)
                .where(table.PERSON_ID.in(records))
                .orderBy(table.ID)
                .fetch(row -> new Person.Flag(
                        row.getId(),
                        row.getVersion(),
                        FlagSystem.valueOf(row.getSystem()),
                        row.getWhat(),
                        row.getReason(),
                        FlagState.valueOf(row.getState()),
                        row.getAskedAt(),
                        row.getAskedBy(),
                        row.getSettledAt(),
                        row.getSettledBy(),
                        row.getEvidence()));
    }

    /** Each as seen from this person; the other is the record that stands for it now. */
    private List<Person.Relationship> relationships(List<Long> records) {
        var table = PERSON_RELATIONSHIP;
        var rows = sql.selectFrom(table)
                .where(table.PERSON_ID.in(records).or(table.OTHER_ID.in(records)))
                .orderBy(table.ID)
                .fetch();
        var others = rows.stream()
                .map(row -> records.contains(row.getPersonId()) ? row.getOtherId() : row.getPersonId())
                .toList();
        var standing = survivorsOf(others);
        return rows.stream()
                .map(row -> {
                    var kind = RelationshipKind.valueOf(row.getKind());
                    var own = records.contains(row.getPersonId());
                    return new Person.Relationship(
                            row.getId(),
                            standing.get(own ? row.getOtherId() : row.getPersonId()),
                            own ? kind : kind.inReturn(),
                            row.getFromOn(),
                            row.getToOn(),
                            row.getNote(),
                            PartState.valueOf(row.getState()));
                })
                .toList();
    }

    private List<Person.ExternalRecord> external(List<Long> records) {
        var table = PERSON_EXTERNAL_RECORD;
        return sql.selectFrom(table)
                .where(table.PERSON_ID.in(records))
                .orderBy(table.DATED_ON.desc(), table.ID)
                .fetch(row -> new Person.ExternalRecord(
                        row.getId(),
                        ExternalKind.valueOf(row.getKind()),
                        row.getSystem(),
                        row.getReference(),
                        row.getDatedOn(),
                        row.getContent(),
                        PartState.valueOf(row.getState()),
                        row.getAddedAt()));
    }

    /** Who owns the strictest restriction of a person's records, whoever asks; for saying whom to ask. */
    public Optional<PersonCore.Limits> limits(long survivor) {
        return sql.selectFrom(PERSON)
                .where(PERSON.ID.eq(survivor).or(PERSON.SURVIVOR_ID.eq(survivor)))
                .fetch()
                .stream()
                .map(PersonReads::limits)
                .max(java.util.Comparator.comparing(PersonCore.Limits::restriction));
    }

    /** Which of these people, by the records that stand for them, the viewer may see in full or know of. */
    public Map<Long, Seen> seen(Viewer viewer, Collection<Long> survivors, Instant now) {
        if (survivors.isEmpty()) {
            return Map.of();
        }
        var full = DSL.field(VisiblePeople.inFull(PERSON, viewer, now));
        return sql.select(PERSON.ID, viewer.isEngine() ? DSL.inline(true) : full)
                .from(PERSON)
                .where(PERSON.ID.in(survivors))
                .and(VisiblePeople.asExisting(PERSON, viewer, now))
                .fetchMap(row -> row.value1(), row -> seen(row.value2()));
    }

    private static Seen seen(@Nullable Boolean full) {
        return Boolean.TRUE.equals(full) ? Seen.IN_FULL : Seen.ASK;
    }
}
