package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.SEARCH_BACKFILL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.CardLine;

/** Reads of people what the index follows from; what was marked as wrong is not among it. */
@Component
public class IndexSource {

    /** What a year is in a date as one number. */
    private static final int YEAR = 10_000;

    private final DSLContext sql;
    private final CardSource cards;

    IndexSource(DSLContext sql, CardSource cards) {
        this.sql = sql;
        this.cards = cards;
    }

    /** One name as it is written. */
    public record Written(@Nullable String given, @Nullable String family) {}

    /**
     * What is held of people, by person.
     *
     * @param lines of addresses that are not protected
     * @param cards all that a row of results says
     */
    public record Held(
            Map<Long, List<Written>> names,
            Map<Long, Set<Short>> years,
            Map<Long, List<String>> lines,
            Map<Long, List<CardLine>> cards) {}

    /**
     * Reads what is held of these people now, their rows held until the transaction ends: of two who change one person at
     * the same time the later has to read what the earlier wrote.
     */
    public Held read(Collection<Long> people) {
        sql.select(PERSON.ID).from(PERSON).where(PERSON.ID.in(people)).orderBy(PERSON.ID).forUpdate().fetch();
        var held = new Held(new HashMap<>(), new HashMap<>(), new HashMap<>(), cards.of(people));
        held.cards().forEach((person, lines) -> lines.forEach(line -> {
            switch (line.part()) {
                case NAME -> held.names()
                        .computeIfAbsent(person, key -> new ArrayList<>())
                        .add(new Written(line.one(), line.two()));
                case BIRTH -> {
                    if (line.born() >= YEAR) {
                        held.years().computeIfAbsent(person, key -> new HashSet<>()).add((short) (line.born() / YEAR));
                    }
                }
                case ADDRESS -> {
                    if (line.one() != null) {
                        held.lines().computeIfAbsent(person, key -> new ArrayList<>()).add(line.one());
                    }
                }
                default -> {
                    // Looked up where it is held.
                }
            }
        }));
        return held;
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
}
