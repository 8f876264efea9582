package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.db.generated.tables.Person;
import org.vigil.person.Seen;
import org.vigil.shared.Viewer;

/** Tells of many records at once for whom they stand and what a viewer may see of those. */
@Component
public class Standings {

    private static final Person STANDS = PERSON.as("stands");
    private static final Person MERGED = PERSON.as("merged");

    private final DSLContext sql;

    Standings(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * For whom records stand, and what a viewer may see of them.
     *
     * @param survivors for each record the one that stands for it
     * @param seen by the records that stand for people; those that must seem absent are left out
     * @param joined those of them that others were merged into
     */
    public record Standing(Map<Long, Long> survivors, Map<Long, Seen> seen, Set<Long> joined) {}

    /** Tells all of that of many records at once. */
    public Standing standing(Viewer viewer, Collection<Long> records, Instant now) {
        var standing = new Standing(new HashMap<>(), new HashMap<>(), new HashSet<>());
        if (records.isEmpty()) {
            return standing;
        }
        // Hardly anybody is restricted: who may be seen by everybody is told cheaply, and only the others are weighed.
        var open = viewer.isEngine() ? DSL.inline(true) : DSL.field(VisiblePeople.openToAll(STANDS, viewer));
        var joined = DSL.exists(DSL.selectOne().from(MERGED).where(MERGED.SURVIVOR_ID.eq(STANDS.ID)));
        sql.select(PERSON.ID, STANDS.ID, open, DSL.field(joined))
                .from(PERSON)
                .join(STANDS)
                .on(STANDS.ID.eq(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID)))
                .where(PERSON.ID.in(records))
                .forEach(row -> {
                    standing.survivors().put(row.value1(), row.value2());
                    if (Boolean.TRUE.equals(row.value3())) {
                        standing.seen().put(row.value2(), Seen.IN_FULL);
                    }
                    if (Boolean.TRUE.equals(row.value4())) {
                        standing.joined().add(row.value2());
                    }
                });
        var others = new HashSet<>(standing.survivors().values());
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
