package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_WORD;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.KnownWord;

/** Reads the dictionary of names. */
@Component
public class WordQueries {

    private final DSLContext sql;

    WordQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The words whose key is greater than one, and those of some keys. */
    public List<KnownWord> after(int id, Collection<Integer> some) {
        return sql.select(SEARCH_WORD.ID, SEARCH_WORD.WORD, SEARCH_WORD.PEOPLE)
                .from(SEARCH_WORD)
                .where(some.isEmpty() ? SEARCH_WORD.ID.gt(id) : SEARCH_WORD.ID.gt(id).or(SEARCH_WORD.ID.in(some)))
                .fetch(row -> new KnownWord(row.value1(), row.value2(), row.value3()));
    }
}
