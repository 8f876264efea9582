package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_ACTION;
import static org.vigil.db.generated.Tables.CASE_FILE;
import static org.vigil.db.generated.Tables.CASE_PARTY;
import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_LINK;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        var victim = PERSON_LINK.as("victim");
        var suspect = PERSON_LINK.as("suspect");
        var accused = PERSON_LINK.as("accused");
        var accuser = PERSON_LINK.as("accuser");
        var she = PERSON.as("she");
        var he = PERSON.as("he");
        var sheThere = PERSON.as("she_there");
        var heThere = PERSON.as("he_there");
        var type = SubjectType.CASE.name();
        var rows = sql.selectDistinct(victim.SUBJECT_ID, suspect.PLACE, CASE_FILE.ID, CASE_FILE.REFERENCE)
                .from(victim)
                .join(suspect)
                .on(suspect.SUBJECT_TYPE.eq(type), suspect.SUBJECT_ID.eq(victim.SUBJECT_ID))
                .and(suspect.ROLE.eq(CaseRole.SUSPECT.name()))
                .join(she)
                .on(she.ID.eq(victim.PERSON_ID))
                .join(sheThere)
                .on(same(she, sheThere))
                .join(accused)
                .on(accused.PERSON_ID.eq(sheThere.ID), accused.SUBJECT_TYPE.eq(type))
                .and(accused.ROLE.eq(CaseRole.SUSPECT.name()))
                .and(accused.SUBJECT_ID.ne(victim.SUBJECT_ID))
                .join(accuser)
                .on(accuser.SUBJECT_TYPE.eq(type), accuser.SUBJECT_ID.eq(accused.SUBJECT_ID))
                .and(accuser.ROLE.eq(CaseRole.VICTIM.name()))
                .join(heThere)
                .on(heThere.ID.eq(accuser.PERSON_ID))
                .join(he)
                .on(he.ID.eq(suspect.PERSON_ID))
                .and(DSL.coalesce(he.SURVIVOR_ID, he.ID).eq(DSL.coalesce(heThere.SURVIVOR_ID, heThere.ID)))
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(accused.SUBJECT_ID))
                .where(victim.SUBJECT_TYPE.eq(type), victim.SUBJECT_ID.in(ids))
                .and(victim.ROLE.eq(CaseRole.VICTIM.name()))
                .and(CaseQueries.visibleTo(viewer))
                .orderBy(victim.SUBJECT_ID, CASE_FILE.ID, suspect.PLACE)
                .fetch();
        var decided = decided(ids);
        var found = new HashMap<Long, List<Counter>>();
        rows.forEach(row -> found.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                .add(new Counter(row.value3(), row.value4(), row.value2(),
                        decided.contains(new Both(row.value1(), row.value3())))));
        return found;
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
