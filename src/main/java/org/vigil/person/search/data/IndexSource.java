package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BIRTH;
import static org.vigil.db.generated.Tables.PERSON_NAME;
import static org.vigil.db.generated.Tables.SEARCH_BACKFILL;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads of people what the index follows from; what was marked as wrong is not among it. */
@Component
public class IndexSource {

    private static final String WRONG = "WRONG";

    private final DSLContext sql;

    IndexSource(DSLContext sql) {
        this.sql = sql;
    }

    /** These records with all that are one person with any of them. */
    public Set<Long> mergedWith(Collection<Long> people) {
        var all = new HashSet<>(people);
        var survivors = sql.select(DSL.coalesce(PERSON.SURVIVOR_ID, PERSON.ID))
                .from(PERSON)
                .where(PERSON.ID.in(people))
                .fetchSet(0, Long.class);
        all.addAll(survivors);
        all.addAll(sql.select(PERSON.ID).from(PERSON).where(PERSON.SURVIVOR_ID.in(survivors)).fetch(PERSON.ID));
        return all;
    }

    /** One name as it is written. */
    public record Written(@Nullable String given, @Nullable String family) {}

    /**
     * What is held of people, by person.
     *
     * @param lines of addresses that are not protected
     */
    public record Held(
            Map<Long, List<Written>> names, Map<Long, Set<Short>> years, Map<Long, List<String>> lines) {}

    /** Reads what is held of these people now. */
    public Held read(Collection<Long> people) {
        var names = sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.GIVEN_NAME, PERSON_NAME.FAMILY_NAME)
                .from(PERSON_NAME)
                .where(PERSON_NAME.PERSON_ID.in(people))
                .and(PERSON_NAME.STATE.ne(WRONG))
                .fetchGroups(PERSON_NAME.PERSON_ID, row -> new Written(row.value2(), row.value3()));
        var years = new HashMap<Long, Set<Short>>();
        sql.select(PERSON_BIRTH.PERSON_ID, PERSON_BIRTH.BIRTH_YEAR)
                .from(PERSON_BIRTH)
                .where(PERSON_BIRTH.PERSON_ID.in(people))
                .and(PERSON_BIRTH.BIRTH_YEAR.isNotNull())
                .and(PERSON_BIRTH.STATE.ne(WRONG))
                .forEach(row -> years.merge(row.value1(), Set.of(row.value2()), IndexSource::both));
        var lines = sql.select(PERSON_ADDRESS.PERSON_ID, PERSON_ADDRESS.LINE)
                .from(PERSON_ADDRESS)
                .where(PERSON_ADDRESS.PERSON_ID.in(people))
                .and(PERSON_ADDRESS.LINE.isNotNull())
                .and(ShownAddresses.shown())
                .fetchGroups(PERSON_ADDRESS.PERSON_ID, PERSON_ADDRESS.LINE);
        return new Held(names, years, lines);
    }

    /** The people whom the index has still to be made for: from one key to another. */
    public record Backlog(long nextId, long lastId) {}

    /** What is left of the backlog, its row locked; empty once all is done or while another node is at it. */
    public Optional<Backlog> lockBacklog() {
        return sql.select(SEARCH_BACKFILL.NEXT_ID, SEARCH_BACKFILL.LAST_ID)
                .from(SEARCH_BACKFILL)
                .where(SEARCH_BACKFILL.NEXT_ID.le(SEARCH_BACKFILL.LAST_ID))
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Backlog(row.value1(), row.value2()));
    }

    private static Set<Short> both(Set<Short> one, Set<Short> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
