package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_COUNT;
import static org.vigil.db.generated.Tables.SEARCH_NAME;
import static org.vigil.db.generated.Tables.SEARCH_PLACE;
import static org.vigil.db.generated.Tables.SEARCH_STREET;
import static org.vigil.db.generated.Tables.SEARCH_STREET_WORD;
import static org.vigil.db.generated.Tables.SEARCH_WORD;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes out of the index what nobody is called and where nobody is held to live any more: a name that was erased must not
 * stay behind as a word. Rows that another transaction holds are left for the next time.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UnusedWords {

    private final DSLContext sql;

    UnusedWords(DSLContext sql) {
        this.sql = sql;
    }

    /** Removes so many words that no name has; answers how many there were. */
    public int removeWords(int most) {
        // Read first and locked after, one by one: a lock on all that is gone through would keep names from being added.
        var candidates = sql.select(SEARCH_WORD.ID)
                .from(SEARCH_WORD)
                .whereNotExists(DSL.selectOne().from(SEARCH_NAME).where(SEARCH_NAME.WORD_ID.eq(SEARCH_WORD.ID)))
                .andNotExists(DSL.selectOne().from(SEARCH_COUNT).where(SEARCH_COUNT.WORD_ID.eq(SEARCH_WORD.ID)))
                .limit(most)
                .fetch(SEARCH_WORD.ID);
        var unused = sql.select(SEARCH_WORD.ID)
                .from(SEARCH_WORD)
                .where(SEARCH_WORD.ID.in(candidates))
                .andNotExists(DSL.selectOne().from(SEARCH_NAME).where(SEARCH_NAME.WORD_ID.eq(SEARCH_WORD.ID)))
                .andNotExists(DSL.selectOne().from(SEARCH_COUNT).where(SEARCH_COUNT.WORD_ID.eq(SEARCH_WORD.ID)))
                .forUpdate()
                .skipLocked()
                .fetch(SEARCH_WORD.ID);
        if (!unused.isEmpty()) {
            sql.deleteFrom(SEARCH_WORD).where(SEARCH_WORD.ID.in(unused)).execute();
        }
        return unused.size();
    }

    /** Removes so many streets at which nobody is held; answers how many there were. */
    public int removeStreets(int most) {
        var candidates = sql.select(SEARCH_STREET.ID)
                .from(SEARCH_STREET)
                .whereNotExists(DSL.selectOne().from(SEARCH_PLACE).where(SEARCH_PLACE.STREET_ID.eq(SEARCH_STREET.ID)))
                .limit(most)
                .fetch(SEARCH_STREET.ID);
        var unused = sql.select(SEARCH_STREET.ID)
                .from(SEARCH_STREET)
                .where(SEARCH_STREET.ID.in(candidates))
                .andNotExists(DSL.selectOne().from(SEARCH_PLACE).where(SEARCH_PLACE.STREET_ID.eq(SEARCH_STREET.ID)))
                .forUpdate()
                .skipLocked()
                .fetch(SEARCH_STREET.ID);
        if (!unused.isEmpty()) {
            sql.deleteFrom(SEARCH_STREET_WORD)
                    .where(SEARCH_STREET_WORD.STREET_ID.in(unused))
                    .execute();
            sql.deleteFrom(SEARCH_STREET).where(SEARCH_STREET.ID.in(unused)).execute();
        }
        return unused.size();
    }
}
