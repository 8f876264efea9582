package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.PERSON_ADDRESS;
import static org.vigil.db.generated.Tables.PERSON_BIRTH;
import static org.vigil.db.generated.Tables.SEARCH_NAME;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.BirthClue;
import org.vigil.person.search.rules.Terms;

/** Finds who bears which words, by index ranges alone and never more than a bounded number. */
@Component
public class NameQueries {

    private static final int MOST_OF_PAIRS = 2_000;

    private final DSLContext sql;

    NameQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Somebody who bears two words in one name; the year is 0 where nobody knows it. */
    public record Bearer(int wordId, int otherId, int birthYear, long personId) {}

    /** Each of some words together with each of others. */
    public record Product(Collection<Integer> words, Collection<Integer> others) {

        boolean isEmpty() {
            return words.isEmpty() || others.isEmpty();
        }
    }

    /** Gathers whom to look for, so that all of it is asked for at once. */
    public final class Wanted {

        private @Nullable Select<Record4<Integer, Integer, Short, Long>> all;

        private Wanted() {}

        /** People who bear a pair of words of any of the products. */
        public Wanted pairs(Collection<Product> products) {
            products.stream()
                    .filter(product -> !product.isEmpty())
                    .forEach(product -> add(bearers(
                            SEARCH_NAME.WORD_ID.in(product.words()).and(SEARCH_NAME.OTHER_ID.in(product.others())),
                            "PRIMARY",
                            MOST_OF_PAIRS)));
            return this;
        }

        /** People who bear any of the words, so many of each. */
        public Wanted bearersOf(Collection<Integer> words, int ofEach) {
            words.forEach(word -> add(bearers(SEARCH_NAME.WORD_ID.eq(word), "PRIMARY", ofEach)));
            return this;
        }

        /** People who bear one of the words and were born in one of the years. */
        public Wanted bornIn(Collection<Integer> words, int from, int to, int limit) {
            add(bearers(
                    SEARCH_NAME.WORD_ID.in(words).and(SEARCH_NAME.BIRTH_YEAR.between((short) from, (short) to)),
                    "search_name_born",
                    limit));
            return this;
        }

        /** Who was wanted. */
        public List<Bearer> fetch() {
            return all == null ? List.of() : all.fetch(Records.mapping(NameQueries::bearer));
        }

        private void add(Select<Record4<Integer, Integer, Short, Long>> more) {
            all = all == null ? more : all.unionAll(more);
        }
    }

    /** Nobody yet. */
    public Wanted wanted() {
        return new Wanted();
    }

    /** People who bear a word and live or lived in part of a postcode's area; protected addresses are not looked at. */
    public List<Bearer> bearersAt(Collection<Integer> words, Terms.Postcode postcode, int limit) {
        return sql.select(SEARCH_NAME.WORD_ID, SEARCH_NAME.OTHER_ID, SEARCH_NAME.BIRTH_YEAR, SEARCH_NAME.PERSON_ID)
                .from(SEARCH_NAME)
                .join(PERSON_ADDRESS)
                .on(PERSON_ADDRESS.PERSON_ID.eq(SEARCH_NAME.PERSON_ID))
                .where(SEARCH_NAME.WORD_ID.in(words))
                .and(PlaceQueries.at(postcode))
                .limit(limit)
                .fetch(Records.mapping(NameQueries::bearer));
    }

    /** The words of these people's names, by person. */
    public Map<Long, List<Integer>> wordsOf(Collection<Long> people) {
        return sql.selectDistinct(SEARCH_NAME.PERSON_ID, SEARCH_NAME.WORD_ID)
                .from(SEARCH_NAME)
                .where(SEARCH_NAME.PERSON_ID.in(people))
                .fetchGroups(SEARCH_NAME.PERSON_ID, SEARCH_NAME.WORD_ID);
    }

    /** The dates of birth that are held of these people and not as wrong, by person. */
    public Map<Long, List<BirthClue.Born>> birthsOf(Collection<Long> people) {
        return sql.select(
                        PERSON_BIRTH.PERSON_ID,
                        PERSON_BIRTH.BIRTH_YEAR,
                        PERSON_BIRTH.BIRTH_MONTH,
                        PERSON_BIRTH.BIRTH_DAY)
                .from(PERSON_BIRTH)
                .where(PERSON_BIRTH.PERSON_ID.in(people))
                .and(PERSON_BIRTH.STATE.ne("WRONG"))
                .fetchGroups(
                        PERSON_BIRTH.PERSON_ID,
                        row -> new BirthClue.Born(number(row.value2()), number(row.value3()), number(row.value4())));
    }

    private static @Nullable Integer number(@Nullable Number value) {
        return value == null ? null : value.intValue();
    }

    private Select<Record4<Integer, Integer, Short, Long>> bearers(Condition who, String index, int limit) {
        return sql.select(SEARCH_NAME.WORD_ID, SEARCH_NAME.OTHER_ID, SEARCH_NAME.BIRTH_YEAR, SEARCH_NAME.PERSON_ID)
                .from(SEARCH_NAME.forceIndex(index))
                .where(who)
                .limit(DSL.inline(limit));
    }

    private static Bearer bearer(Integer word, Integer other, Short year, Long person) {
        return new Bearer(word, other, year, person);
    }
}
