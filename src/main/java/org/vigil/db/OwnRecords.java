package org.vigil.db;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ACCOUNT;
import static org.vigil.db.generated.Tables.PERSON_FLAG;
import static org.vigil.db.generated.Tables.PERSON_LINK;
import static org.vigil.db.generated.Tables.PERSON_MARKER;
import static org.vigil.db.generated.Tables.VICTIM_UPDATE;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.vigil.db.generated.tables.Person;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Nobody is shown what concerns themselves: the condition that every list of records asks besides duty and area. Whose
 * record is an account's own is said of few accounts, so for most it is answered by one look at a key.
 */
public final class OwnRecords {

    // Made once: an alias copies every column of its table.
    private static final Person OWN = PERSON.as("own_said");
    private static final Person MEMBER = PERSON.as("own_member");

    private OwnRecords() {}

    /** The record is neither the viewer's own nor one that names the viewer. */
    public static Condition notNaming(Viewer viewer, Field<String> type, Field<Long> id) {
        return notAmong(viewer, concerns(type, id));
    }

    /** The same, where all records are of one type that another module keeps: they can name the viewer at most. */
    public static Condition notNaming(Viewer viewer, SubjectType type, Field<Long> id) {
        return switch (type) {
            case PERSON, PERSON_FLAG, PERSON_MARKER, VICTIM_UPDATE -> notNaming(viewer, DSL.inline(type.name()), id);
            default -> notAmong(viewer, isNamedIn(DSL.inline(type.name()), id));
        };
    }

    private static Condition notAmong(Viewer viewer, Condition concerns) {
        return viewer.isEngine()
                ? DSL.noCondition()
                : DSL.notExists(DSL.selectOne()
                        .from(accounts())
                        .where(PERSON_ACCOUNT.ACCOUNT_ID.eq(viewer.accountId()))
                        .and(concerns));
    }

    /** Something that another module keeps, or a person or what is held of one. */
    public record Subject(SubjectType type, long id) {}

    /**
     * The accounts that each of these concerns: those whose own record it is, or is named in it. Few accounts have one, so
     * what concerns those is read, and not what each of the subjects is about.
     */
    public static Map<Subject, Set<Long>> accountsConcerned(DSLContext sql, Collection<Subject> subjects) {
        var accountsOf = sql.select(MEMBER.ID, PERSON_ACCOUNT.ACCOUNT_ID)
                .from(accounts())
                .fetchGroups(row -> row.value1(), row -> row.value2());
        if (accountsOf.isEmpty() || subjects.isEmpty()) {
            return Map.of();
        }
        var people = accountsOf.keySet();
        var found = new HashMap<Subject, Set<Long>>();
        var asked = Set.copyOf(subjects);
        BiConsumer<Subject, Long> note = (subject, person) -> {
            if (asked.contains(subject)) {
                found.computeIfAbsent(subject, key -> new HashSet<>()).addAll(accountsOf.getOrDefault(person, List.of()));
            }
        };
        people.forEach(person -> note.accept(new Subject(SubjectType.PERSON, person), person));
        sql.select(PERSON_FLAG.ID, PERSON_FLAG.PERSON_ID)
                .from(PERSON_FLAG)
                .where(PERSON_FLAG.PERSON_ID.in(people))
                .forEach(row -> note.accept(new Subject(SubjectType.PERSON_FLAG, row.value1()), row.value2()));
        sql.select(PERSON_MARKER.ID, PERSON_MARKER.PERSON_ID)
                .from(PERSON_MARKER)
                .where(PERSON_MARKER.PERSON_ID.in(people))
                .forEach(row -> note.accept(new Subject(SubjectType.PERSON_MARKER, row.value1()), row.value2()));
        sql.select(PERSON_LINK.SUBJECT_TYPE, PERSON_LINK.SUBJECT_ID, PERSON_LINK.PERSON_ID)
                .from(PERSON_LINK)
                .where(PERSON_LINK.PERSON_ID.in(people))
                .forEach(row -> note.accept(
                        new Subject(SubjectType.valueOf(row.value1()), row.value2()), row.value3()));
        sql.select(VICTIM_UPDATE.ID, PERSON_LINK.PERSON_ID)
                .from(VICTIM_UPDATE)
                .join(PERSON_LINK)
                .on(PERSON_LINK.SUBJECT_ID.eq(VICTIM_UPDATE.CASE_ID))
                .where(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CASE.name()))
                .and(PERSON_LINK.PERSON_ID.in(people))
                .forEach(row -> note.accept(new Subject(SubjectType.VICTIM_UPDATE, row.value1()), row.value2()));
        return found;
    }

    /** Accounts with each record of the person that each is said to be. */
    private static Table<?> accounts() {
        var stands = DSL.coalesce(OWN.SURVIVOR_ID, OWN.ID);
        return PERSON_ACCOUNT
                .join(OWN)
                .on(OWN.ID.eq(PERSON_ACCOUNT.PERSON_ID))
                .join(MEMBER)
                .on(MEMBER.ID.eq(stands).or(MEMBER.SURVIVOR_ID.eq(stands)));
    }

    private static Condition concerns(Field<String> type, Field<Long> id) {
        return type.eq(SubjectType.PERSON.name()).and(MEMBER.ID.eq(id))
                .or(type.eq(SubjectType.PERSON_FLAG.name()).and(isFlag(id)))
                .or(type.eq(SubjectType.PERSON_MARKER.name()).and(isMarker(id)))
                .or(type.eq(SubjectType.VICTIM_UPDATE.name()).and(isUpdateOfCase(id)))
                .or(isNamedIn(type, id));
    }

    /** What a victim is to be told names nobody itself: it concerns whom its case names. */
    private static Condition isUpdateOfCase(Field<Long> id) {
        return DSL.exists(DSL.selectOne()
                .from(VICTIM_UPDATE)
                .join(PERSON_LINK)
                .on(PERSON_LINK.SUBJECT_ID.eq(VICTIM_UPDATE.CASE_ID))
                .where(VICTIM_UPDATE.ID.eq(id))
                .and(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CASE.name()))
                .and(PERSON_LINK.PERSON_ID.eq(MEMBER.ID)));
    }

    private static Condition isFlag(Field<Long> id) {
        return DSL.exists(DSL.selectOne()
                .from(PERSON_FLAG)
                .where(PERSON_FLAG.PERSON_ID.eq(MEMBER.ID), PERSON_FLAG.ID.eq(id)));
    }

    private static Condition isMarker(Field<Long> id) {
        return DSL.exists(DSL.selectOne()
                .from(PERSON_MARKER)
                .where(PERSON_MARKER.PERSON_ID.eq(MEMBER.ID), PERSON_MARKER.ID.eq(id)));
    }

    private static Condition isNamedIn(Field<String> type, Field<Long> id) {
        return DSL.exists(DSL.selectOne()
                .from(PERSON_LINK)
                .where(PERSON_LINK.PERSON_ID.eq(MEMBER.ID))
                .and(PERSON_LINK.SUBJECT_TYPE.eq(type))
                .and(PERSON_LINK.SUBJECT_ID.eq(id)));
    }
}
