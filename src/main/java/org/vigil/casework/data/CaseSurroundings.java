package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_ACTION;
import static org.vigil.db.generated.Tables.CASE_FILE;
import static org.vigil.db.generated.Tables.CASE_PARTY;
import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.casework.ActionKind;
import org.vigil.casework.CaseRole;
import org.vigil.casework.CaseState;
import org.vigil.casework.Surroundings.Counter;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Finds the cases in which the same two people stand the other way about, and those that name a person as suspect. */
@Component
public class CaseSurroundings {

    private final DSLContext sql;

    CaseSurroundings(DSLContext sql) {
        this.sql = sql;
    }

    private record Both(long one, long other) {}

    /**
     * By case, the others in which its victim is suspect and its suspect victim; only those that the viewer may open.
     */
    public Map<Long, List<Counter>> counters(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var own = links(PERSON_LINK.SUBJECT_ID.in(ids));
        var stands = standing(own.stream().map(Link::person).collect(Collectors.toSet()));
        var accused = accusedAmong(own, stands);
        var accusers = links(PERSON_LINK.SUBJECT_ID.in(accused.stream().map(Link::file).collect(Collectors.toSet())));
        stands.putAll(standing(accusers.stream().map(Link::person).collect(Collectors.toSet())));
        var rows = new ArrayList<Row>();
        for (var there : accused) {
            own.stream()
                    .filter(victim -> victim.isVictim() && victim.file() != there.file() && areOne(victim, there, stands))
                    .forEach(victim -> own.stream()
                            .filter(suspect -> suspect.file() == victim.file() && suspect.isSuspect())
                            .filter(suspect -> accusers.stream().anyMatch(accuser -> accuser.file() == there.file()
                                    && accuser.isVictim()
                                    && areOne(suspect, accuser, stands)))
                            .forEach(suspect -> rows.add(new Row(victim.file(), suspect.place(), there.file()))));
        }
        var references = visible(viewer, rows.stream().map(Row::other).collect(Collectors.toSet()));
        var decided = decided(ids);
        var found = new HashMap<Long, List<Counter>>();
        rows.stream()
                .distinct()
                .filter(row -> references.containsKey(row.other()))
                .sorted(Comparator.comparing(Row::file).thenComparing(Row::other).thenComparing(Row::place))
                .forEach(row -> found.computeIfAbsent(row.file(), id -> new ArrayList<>())
                        .add(new Counter(row.other(), references.get(row.other()), row.place(),
                                decided.contains(new Both(row.file(), row.other())))));
        return found;
    }

    private record Row(long file, int place, long other) {}

    /** Somebody's part in a case. */
    private record Link(long file, int place, String role, long person) {

        boolean isVictim() {
            return role.equals(CaseRole.VICTIM.name());
        }

        boolean isSuspect() {
            return role.equals(CaseRole.SUSPECT.name());
        }
    }

    private static boolean areOne(Link one, Link other, Map<Long, Long> stands) {
        return stands.getOrDefault(one.person(), one.person()).equals(stands.getOrDefault(other.person(), other.person()));
    }

    private List<Link> links(org.jooq.Condition which) {
        return sql.select(PERSON_LINK.SUBJECT_ID, PERSON_LINK.PLACE, PERSON_LINK.ROLE, PERSON_LINK.PERSON_ID)
                .from(PERSON_LINK)
                .where(PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CASE.name()))
                .and(which)
                .and(PERSON_LINK.ROLE.in(CaseRole.VICTIM.name(), CaseRole.SUSPECT.name()))
                .orderBy(PERSON_LINK.SUBJECT_ID, PERSON_LINK.PLACE)
                .fetch(row -> new Link(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** For each record the one that stands for it. */
    private Map<Long, Long> standing(Collection<Long> people) {
        return people.isEmpty()
                ? new HashMap<>()
                : sql.select(PERSON.ID, DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                        .from(PERSON)
                        .where(PERSON.ID.in(people))
                        .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** Where the victims of these are suspects, by whichever of their records; adds the records to those who stand. */
    private List<Link> accusedAmong(List<Link> own, Map<Long, Long> stands) {
        var victims = own.stream()
                .filter(Link::isVictim)
                .map(link -> stands.getOrDefault(link.person(), link.person()))
                .collect(Collectors.toSet());
        if (victims.isEmpty()) {
            return List.of();
        }
        // One look-up by each key: joined with OR the whole table of people would be read.
        var records = new HashSet<>(victims);
        sql.select(PERSON.ID, PERSON.SURVIVOR_ID).from(PERSON).where(PERSON.SURVIVOR_ID.in(victims)).forEach(row -> {
            records.add(row.value1());
            stands.put(row.value1(), row.value2());
        });
        return links(PERSON_LINK.PERSON_ID.in(records)).stream().filter(Link::isSuspect).toList();
    }

    private Map<Long, String> visible(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.select(CASE_FILE.ID, CASE_FILE.REFERENCE)
                        .from(CASE_FILE)
                        .where(CASE_FILE.ID.in(ids))
                        .and(CaseQueries.visibleTo(viewer))
                        .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private static org.jooq.Condition same(
            org.vigil.db.generated.tables.Person one, org.vigil.db.generated.tables.Person other) {
        Field<Long> stands = DSL.coalesce(one.SURVIVOR_ID, one.ID);
        return other.ID.eq(stands).or(other.SURVIVOR_ID.eq(stands));
    }

    /** Pairs of cases of which it was said who is the primary perpetrator, in either of them. */
    private Set<Both> decided(Collection<Long> ids) {
        var decided = new HashSet<Both>();
        sql.select(CASE_ACTION.CASE_ID, CASE_ACTION.OTHER_CASE_ID)
                .from(CASE_ACTION)
                .where(CASE_ACTION.KIND.eq(ActionKind.PRIMARY_PERPETRATOR.name()))
                .and(CASE_ACTION.CASE_ID.in(ids).or(CASE_ACTION.OTHER_CASE_ID.in(ids)))
                .and(CASE_ACTION.OTHER_CASE_ID.isNotNull())
                .forEach(row -> {
                    decided.add(new Both(row.value1(), row.value2()));
                    decided.add(new Both(row.value2(), row.value1()));
                });
        return decided;
    }

    /** A case that is not necessarily open and names a person as suspect, at a number. */
    public record SuspectIn(long caseId, int place) {}

    /**
     * The cases that name any of these records as suspect.
     *
     * @param open only those that are open; a charge concerns closed ones as well
     */
    public List<SuspectIn> suspectIn(Collection<Long> records, boolean open) {
        return records.isEmpty()
                ? List.of()
                : sql.select(CASE_PARTY.CASE_ID, CASE_PARTY.PLACE)
                        .from(PERSON_LINK)
                        .join(CASE_PARTY)
                        .on(CASE_PARTY.CASE_ID.eq(PERSON_LINK.SUBJECT_ID), CASE_PARTY.PLACE.eq(PERSON_LINK.PLACE))
                        .and(CASE_PARTY.ROLE.eq(CaseRole.SUSPECT.name()))
                        .and(CASE_PARTY.REMOVED_AT.isNull())
                        .join(CASE_FILE)
                        .on(CASE_FILE.ID.eq(CASE_PARTY.CASE_ID))
                        .where(PERSON_LINK.PERSON_ID.in(records), PERSON_LINK.SUBJECT_TYPE.eq(SubjectType.CASE.name()))
                        .and(open ? CASE_FILE.STATE.eq(CaseState.OPEN.name()) : DSL.noCondition())
                        .orderBy(CASE_PARTY.CASE_ID, CASE_PARTY.PLACE)
                        .fetch(row -> new SuspectIn(row.value1(), row.value2()));
    }

    /** Every record that is the same person as this one, merged ones included. */
    public Set<Long> recordsOf(long person) {
        var asked = PERSON.as("asked");
        var records = new HashSet<Long>(Set.of(person));
        sql.select(PERSON.ID)
                .from(asked)
                .join(PERSON)
                .on(same(asked, PERSON))
                .where(asked.ID.eq(person))
                .forEach(row -> records.add(row.value1()));
        return records;
    }
}
