package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_NAME;
import static org.vigil.db.generated.Tables.SEARCH_WORD;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.BirthClue;
import org.vigil.person.search.rules.KnownWord;
import org.jspecify.annotations.Nullable;

/** Finds who bears a word together with any that begins with a letter: "J Smith". */
@Component
public class InitialQueries {

    private static final int MOST = 400;

    private final DSLContext sql;

    InitialQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Somebody who bears the word, with the other word of the name. */
    public record Bearer(long personId, int wordId, KnownWord other, int birthYear) {}

    /**
     * People of such a name, so many.
     *
     * @param birth narrows it to years that can be meant, or null
     */
    public List<Bearer> bearers(Collection<Integer> words, String initial, @Nullable BirthClue birth) {
        var born = birth == null
                ? DSL.noCondition()
                : SEARCH_NAME.BIRTH_YEAR.between(
                        (short) (birth.from().getYear() - 1), (short) (birth.to().getYear() + 1));
        return sql.select(
                        SEARCH_NAME.PERSON_ID,
                        SEARCH_NAME.WORD_ID,
                        SEARCH_WORD.ID,
                        SEARCH_WORD.WORD,
                        SEARCH_WORD.PEOPLE,
                        SEARCH_NAME.BIRTH_YEAR)
                .from(SEARCH_NAME)
                .join(SEARCH_WORD)
                .on(SEARCH_WORD.ID.eq(SEARCH_NAME.OTHER_ID))
                .where(SEARCH_NAME.WORD_ID.in(words))
                .and(SEARCH_WORD.WORD.startsWith(initial))
                .and(born)
                .limit(MOST)
                .fetch(row -> new Bearer(
                        row.value1(),
                        row.value2(),
                        new KnownWord(row.value3(), row.value4(), row.value5()),
                        row.value6()));
    }
}
