package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_NEAR;
import static org.vigil.db.generated.Tables.SEARCH_SOUND;
import static org.vigil.db.generated.Tables.SEARCH_WORD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Records;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.KnownWord;

/** Looks words up in the dictionary of names: each by an index, and never more than a bounded number of them. */
@Component
public class WordQueries {

    private static final int MOST_NEAR = 3_000;
    private static final int MOST_ALIKE = 400;
    private static final int MOST_BEGUN = 40;

    private final DSLContext sql;

    WordQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What to look for.
     *
     * @param near rests of words with letters taken out, as {@link org.vigil.person.search.rules.NearKeys} makes them
     * @param taken how many letters the known word's own rest may lack
     * @param sounds sound keys
     * @param words whole words
     * @param beginnings what words begin with
     */
    public record Wanted(
            Collection<String> near,
            int taken,
            Collection<String> sounds,
            Collection<String> words,
            Collection<String> beginnings) {

        /** Only what is spelt nearly so. */
        public static Wanted near(Collection<String> keys, int taken) {
            return new Wanted(keys, taken, List.of(), List.of(), List.of());
        }
    }

    /** Every word that is found in any of the ways, once. */
    public Collection<KnownWord> find(Wanted wanted) {
        var parts = new ArrayList<Select<Record3<Integer, String, Integer>>>();
        if (!wanted.near().isEmpty()) {
            parts.add(near(wanted.near(), wanted.taken()));
        }
        if (!wanted.sounds().isEmpty()) {
            parts.add(alike(wanted.sounds()));
        }
        if (!wanted.words().isEmpty()) {
            parts.add(sql.select(SEARCH_WORD.ID, SEARCH_WORD.WORD, SEARCH_WORD.PEOPLE)
                    .from(SEARCH_WORD)
                    .where(SEARCH_WORD.WORD.in(wanted.words())));
        }
        wanted.beginnings().forEach(beginning -> parts.add(begun(beginning)));
        if (parts.isEmpty()) {
            return List.of();
        }
        Map<Integer, KnownWord> found = new HashMap<>();
        parts.stream()
                .reduce(Select::unionAll)
                .orElseThrow()
                .fetch(Records.mapping(KnownWord::new))
                .forEach(word -> found.put(word.id(), word));
        return found.values();
    }

    private Select<Record3<Integer, String, Integer>> near(Collection<String> keys, int taken) {
        return sql.select(SEARCH_WORD.ID, SEARCH_WORD.WORD, SEARCH_WORD.PEOPLE)
                .from(SEARCH_NEAR)
                .join(SEARCH_WORD)
                .on(SEARCH_WORD.ID.eq(SEARCH_NEAR.WORD_ID))
                .where(SEARCH_NEAR.NEAR_KEY.in(keys))
                .and(SEARCH_NEAR.TAKEN.le((byte) taken))
                .limit(MOST_NEAR);
    }

    private Select<Record3<Integer, String, Integer>> alike(Collection<String> sounds) {
        return sql.select(SEARCH_WORD.ID, SEARCH_WORD.WORD, SEARCH_WORD.PEOPLE)
                .from(SEARCH_SOUND)
                .join(SEARCH_WORD)
                .on(SEARCH_WORD.ID.eq(SEARCH_SOUND.WORD_ID))
                .where(SEARCH_SOUND.SOUND_KEY.in(sounds))
                .limit(MOST_ALIKE);
    }

    private Select<Record3<Integer, String, Integer>> begun(String beginning) {
        return sql.select(SEARCH_WORD.ID, SEARCH_WORD.WORD, SEARCH_WORD.PEOPLE)
                .from(SEARCH_WORD)
                .where(SEARCH_WORD.WORD.startsWith(beginning))
                .orderBy(SEARCH_WORD.PEOPLE.desc(), SEARCH_WORD.ID)
                .limit(MOST_BEGUN);
    }
}
