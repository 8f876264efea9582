package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.Origin;
import org.vigil.person.PersonLink;
import org.vigil.shared.SubjectType;

/** Who is who in the records of other modules. */
@Component
public class LinkStore {

    private final DSLContext sql;

    LinkStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The links of one record of another module, by place; the person is the record that was linked. */
    public List<PersonLink> of(SubjectType type, long subject) {
        return of(type, List.of(subject));
    }

    /** The links of several records of one kind. */
    public List<PersonLink> of(SubjectType type, Collection<Long> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : sql.selectFrom(PERSON_LINK)
                        .where(PERSON_LINK.SUBJECT_TYPE.eq(type.name()))
                        .and(PERSON_LINK.SUBJECT_ID.in(subjects))
                        .orderBy(PERSON_LINK.SUBJECT_ID, PERSON_LINK.PLACE)
                        .fetch(LinkStore::link);
    }

    /** All that these records are linked to. */
    public List<PersonLink> ofPeople(Collection<Long> records) {
        return records.isEmpty()
                ? List.of()
                : sql.selectFrom(PERSON_LINK)
                        .where(PERSON_LINK.PERSON_ID.in(records))
                        .orderBy(PERSON_LINK.SUBJECT_TYPE, PERSON_LINK.SUBJECT_ID, PERSON_LINK.PLACE)
                        .fetch(LinkStore::link);
    }

    /** Puts these links in the place of those that the subject had. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(SubjectType type, long subject, List<PersonLink> links) {
        var people = new HashSet<>(of(type, subject).stream().map(PersonLink::personId).toList());
        links.forEach(link -> people.add(link.personId()));
        sql.deleteFrom(PERSON_LINK)
                .where(PERSON_LINK.SUBJECT_TYPE.eq(type.name()))
                .and(PERSON_LINK.SUBJECT_ID.eq(subject))
                .execute();
        for (var link : links) {
            insert(link);
        }
        reviewAnew(people);
    }

    /** How long these are kept hangs on what they are linked to. */
    private void reviewAnew(Collection<Long> people) {
        sql.update(PERSON)
                .setNull(PERSON.RETENTION_WORKED_ON)
                .where(PERSON.ID.in(people))
                .and(PERSON.RETENTION_WORKED_ON.isNotNull())
                .execute();
    }

    /** An officer says who a party is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void relink(long link, long record, long by, Instant now) {
        reviewAnew(sql.select(PERSON_LINK.PERSON_ID)
                .from(PERSON_LINK)
                .where(PERSON_LINK.ID.eq(link))
                .fetch(PERSON_LINK.PERSON_ID));
        reviewAnew(List.of(record));
        sql.update(PERSON_LINK)
                .set(PERSON_LINK.PERSON_ID, record)
                .set(PERSON_LINK.ORIGIN, Origin.HAND.name())
                .set(PERSON_LINK.LINKED_AT, now)
                .set(PERSON_LINK.LINKED_BY, by)
                .where(PERSON_LINK.ID.eq(link))
                .execute();
    }

    /** Whether one record of another module names one of these and one of those: then it speaks of two people. */
    public boolean areNamedTogether(Collection<Long> ones, Collection<Long> others) {
        var beside = PERSON_LINK.as("beside");
        return sql.fetchExists(sql.selectOne()
                .from(PERSON_LINK)
                .join(beside)
                .on(beside.SUBJECT_TYPE.eq(PERSON_LINK.SUBJECT_TYPE))
                .and(beside.SUBJECT_ID.eq(PERSON_LINK.SUBJECT_ID))
                .and(beside.PLACE.ne(PERSON_LINK.PLACE))
                .where(PERSON_LINK.PERSON_ID.in(ones))
                .and(beside.PERSON_ID.in(others)));
    }

    /** An officer says who a party is whom nothing identified. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(PersonLink link) {
        insert(link);
    }

    private void insert(PersonLink link) {
        sql.insertInto(PERSON_LINK)
                .set(PERSON_LINK.ID, link.id() == 0 ? null : Long.valueOf(link.id()))
                .set(PERSON_LINK.PERSON_ID, link.personId())
                .set(PERSON_LINK.SUBJECT_TYPE, link.subjectType().name())
                .set(PERSON_LINK.SUBJECT_ID, link.subjectId())
                .set(PERSON_LINK.PLACE, (short) link.place())
                .set(PERSON_LINK.ROLE, link.role())
                .set(PERSON_LINK.ORIGIN, link.origin().name())
                .set(PERSON_LINK.CONTENT_HASH, link.contentHash())
                .set(PERSON_LINK.LINKED_AT, link.linkedAt())
                .set(PERSON_LINK.LINKED_BY, link.linkedBy())
                .execute();
    }

    private static PersonLink link(org.vigil.db.generated.tables.records.PersonLinkRecord row) {
        return new PersonLink(
                row.getId(),
                row.getPersonId(),
                SubjectType.valueOf(row.getSubjectType()),
                row.getSubjectId(),
                row.getPlace(),
                row.getRole(),
                Origin.valueOf(row.getOrigin()),
                row.getContentHash(),
                row.getLinkedAt(),
                row.getLinkedBy());
    }
}
