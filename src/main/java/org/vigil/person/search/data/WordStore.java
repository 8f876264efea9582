package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_COUNT;
import static org.vigil.db.generated.Tables.SEARCH_WORD;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the dictionary of names: words are added where they are borne, counted apart from that, and given up apart from both. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WordStore {

    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;

    WordStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The keys of the words; those that were not known are from now on. They are held until the transaction ends: else one
     * that nobody bore might leave the dictionary before it is borne.
     */
    public Map<String, Integer> ensure(Collection<String> words) {
        var ids = ids(words);
        ids.values().retainAll(Rows.hold(sql, SEARCH_WORD, SEARCH_WORD.ID, ids.values()));
        // In one order, so that two transactions that add the same words don't wait for each other.
        var fresh = new TreeSet<>(words);
        fresh.removeAll(ids.keySet());
        if (fresh.isEmpty()) {
            return ids;
        }
        Rows.add(
                sql,
                SEARCH_WORD,
                SEARCH_WORD.ID,
                List.of(SEARCH_WORD.WORD),
                fresh.stream().map(word -> new Object[] {word}).toList());
        ids.putAll(ids(fresh));
        return ids;
    }

    /** Notes that words are borne by so many people more, or fewer. */
    public void move(Map<Integer, Integer> people) {
        Rows.add(
                sql,
                SEARCH_COUNT,
                SEARCH_COUNT.ID,
                List.of(SEARCH_COUNT.WORD_ID, SEARCH_COUNT.PEOPLE),
                people.entrySet().stream()
                        .map(word -> new Object[] {word.getKey(), word.getValue()})
                        .toList());
    }

    /**
     * Folds what was noted into the dictionary, so much at once; the rows are locked, and those of another are skipped.
     *
     * @return how many notes were folded in
     */
    public int countUp(int most) {
        var noted = sql.select(SEARCH_COUNT.ID, SEARCH_COUNT.WORD_ID, SEARCH_COUNT.PEOPLE)
                .from(SEARCH_COUNT)
                .orderBy(SEARCH_COUNT.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch();
        if (noted.isEmpty()) {
            return 0;
        }
        var sums = new TreeMap<Integer, Integer>();
        noted.forEach(row -> sums.merge(row.value2(), row.value3(), Integer::sum));
        var update = sql.batch(sql.update(SEARCH_WORD)
                .set(SEARCH_WORD.PEOPLE, DSL.greatest(DSL.inline(0), SEARCH_WORD.PEOPLE.plus((Integer) null)))
                .where(SEARCH_WORD.ID.eq((Integer) null)));
        sums.forEach((word, more) -> update.bind(more, word));
        update.execute();
        sql.deleteFrom(SEARCH_COUNT)
                .where(SEARCH_COUNT.ID.in(noted.getValues(SEARCH_COUNT.ID)))
                .execute();
        return noted.size();
    }

    private Map<String, Integer> ids(Collection<String> words) {
        var ids = new HashMap<String, Integer>();
        var all = List.copyOf(words);
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            sql.select(SEARCH_WORD.WORD, SEARCH_WORD.ID)
                    .from(SEARCH_WORD)
                    .where(SEARCH_WORD.WORD.in(all.subList(from, Math.min(all.size(), from + AT_ONCE))))
                    .forEach(row -> ids.put(row.value1(), row.value2()));
        }
        return ids;
    }
}
