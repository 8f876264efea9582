package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.db.generated.tables.Person;
import org.vigil.db.generated.tables.records.PersonRecord;
import org.vigil.person.Restriction;
import org.vigil.person.Seen;
import org.vigil.shared.Viewer;

/** Tells of many records at once for whom they stand and what a viewer may see of those. */
@Component
public class Standings {

    private static final Person MERGED = PERSON.as("merged");

    /** Nearly all stand for themselves, which the optimizer takes for one survivor of everybody, and would read them all. */
    private static final Table<PersonRecord> BY_SURVIVOR = MERGED.forceIndex("person_of_survivor");

    private final DSLContext sql;

    Standings(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * For whom records stand, and what a viewer may see of them.
     *
     * @param survivors for each record the one that stands for it
     * @param seen by the records that stand for people; those that must seem absent are left out
     * @param records for each person the keys of all records that are this person, the one that stands first
     */
    public record Standing(Map<Long, Long> survivors, Map<Long, Seen> seen, Map<Long, Set<Long>> records) {

        /** What of each the viewer may see, by the keys asked for; those that must seem absent are left out. */
        public Map<Long, Seen> seenAsAsked() {
            var asked = new HashMap<Long, Seen>();
            survivors.forEach((id, survivor) -> {
                if (seen.containsKey(survivor)) {
                    asked.put(id, seen.get(survivor));
                }
            });
            return asked;
        }
    }

    /** Tells all of that of many records at once. */
    public Standing standing(Viewer viewer, Collection<Long> ids, Instant now) {
        var standing = new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (ids.isEmpty()) {
            return standing;
        }
        // Hardly anybody is merged or restricted: who may be seen by everybody is told cheaply, and only the others are weighed.
        var open = viewer.isEngine() ? DSL.inline(true) : DSL.field(VisiblePeople.openByItself(PERSON, viewer));
        var closed = new HashSet<Long>();
        sql.select(PERSON.ID, PERSON.SURVIVOR_ID, open, MERGED.ID, MERGED.RESTRICTION)
                .from(PERSON)
                .leftJoin(BY_SURVIVOR)
                .on(MERGED.SURVIVOR_ID.eq(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID)))
                .where(PERSON.ID.in(ids))
                .forEach(row -> {
                    var survivor = row.value2() == null ? row.value1() : row.value2();
                    standing.survivors().put(row.value1(), survivor);
                    var records = standing.records().computeIfAbsent(survivor, own -> new LinkedHashSet<>(List.of(own)));
                    if (row.value4() != null) {
                        records.add(row.value4());
                    }
                    var mergedIsOpen = row.value5() == null || row.value5().equals(Restriction.OPEN.name());
                    if (row.value2() != null || !Boolean.TRUE.equals(row.value3()) || !mergedIsOpen) {
                        closed.add(survivor);
                    }
                });
        standing.records().keySet().forEach(person -> standing.seen().put(person, Seen.IN_FULL));
        if (!viewer.isEngine()) {
            standing.seen().keySet().removeAll(closed);
        }
        var others = new HashSet<>(standing.records().keySet());
        others.removeAll(standing.seen().keySet());
        if (!others.isEmpty()) {
            sql.select(PERSON.ID, DSL.field(VisiblePeople.inFull(PERSON, viewer, now)))
                    .from(PERSON)
                    .where(PERSON.ID.in(others))
                    .and(VisiblePeople.asExisting(PERSON, viewer, now))
                    .forEach(row -> standing.seen().put(row.value1(), seen(row.value2())));
        }
        return standing;
    }

    /** Which of these people, by the records that stand for them, the viewer may see in full or know of. */
    public Map<Long, Seen> seen(Viewer viewer, Collection<Long> survivors, Instant now) {
        return standing(viewer, survivors, now).seen();
    }

    private static Seen seen(@Nullable Boolean full) {
        return Boolean.TRUE.equals(full) ? Seen.IN_FULL : Seen.ASK;
    }
}
