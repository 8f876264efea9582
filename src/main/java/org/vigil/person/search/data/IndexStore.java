package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_BACKFILL;
import static org.vigil.db.generated.Tables.SEARCH_CARD;
import static org.vigil.db.generated.Tables.SEARCH_NAME;
import static org.vigil.db.generated.Tables.SEARCH_PLACE;
import static org.vigil.db.generated.Tables.SEARCH_STREET;
import static org.vigil.db.generated.Tables.SEARCH_STREET_WORD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.search.rules.CardLine;
import org.vigil.person.search.rules.StreetName;

/** Writes under which words and streets people are found and what is shown of them, within the transaction that changed what is held of them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class IndexStore {

    private static final int AT_ONCE = 1_000;
    private static final Comparator<NameQueries.Bearer> IN_INDEX_ORDER = Comparator.comparingInt(
                    NameQueries.Bearer::wordId)
            .thenComparingInt(NameQueries.Bearer::otherId)
            .thenComparingInt(NameQueries.Bearer::birthYear)
            .thenComparingLong(NameQueries.Bearer::personId);

    private final DSLContext sql;

    IndexStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Takes out everything by which these people are found and answers the words that each was found by. */
    public Map<Long, Set<Integer>> remove(Collection<Long> people) {
        var words = new HashMap<Long, Set<Integer>>();
        sql.selectDistinct(SEARCH_NAME.PERSON_ID, SEARCH_NAME.WORD_ID)
                .from(SEARCH_NAME)
                .where(SEARCH_NAME.PERSON_ID.in(people))
                .forEach(row -> words.computeIfAbsent(row.value1(), person -> new HashSet<>()).add(row.value2()));
        if (!words.isEmpty()) {
            sql.deleteFrom(SEARCH_NAME).where(SEARCH_NAME.PERSON_ID.in(words.keySet())).execute();
        }
        sql.deleteFrom(SEARCH_PLACE).where(SEARCH_PLACE.PERSON_ID.in(people)).execute();
        sql.deleteFrom(SEARCH_CARD).where(SEARCH_CARD.PERSON_ID.in(people)).execute();
        return words;
    }

    /** Adds what rows of results say of people. */
    public void addCards(Map<Long, List<CardLine>> cards) {
        var rows = new ArrayList<Object[]>();
        new TreeMap<>(cards).forEach((person, lines) -> rows.add(new Object[] {person, CardQueries.written(lines)}));
        Rows.add(sql, SEARCH_CARD, SEARCH_CARD.PERSON_ID, List.of(SEARCH_CARD.PERSON_ID, SEARCH_CARD.CARD), rows);
    }

    /** Adds people under pairs of words. */
    public void addNames(Collection<NameQueries.Bearer> bearers) {
        Rows.add(
                sql,
                SEARCH_NAME,
                SEARCH_NAME.PERSON_ID,
                List.of(SEARCH_NAME.WORD_ID, SEARCH_NAME.OTHER_ID, SEARCH_NAME.BIRTH_YEAR, SEARCH_NAME.PERSON_ID),
                bearers.stream()
                        .sorted(IN_INDEX_ORDER)
                        .map(one -> new Object[] {one.wordId(), one.otherId(), (short) one.birthYear(), one.personId()})
                        .toList());
    }

    /** Adds people at streets; a street that was not known is from now on, and none leaves until the transaction ends. */
    public void addPlaces(Map<Long, Set<StreetName>> places) {
        var named = new HashMap<String, StreetName>();
        places.values().forEach(all -> all.forEach(street -> named.put(street.text(), street)));
        if (named.isEmpty()) {
            return;
        }
        var ids = ensureStreets(named);
        var rows = new ArrayList<Object[]>();
        places.forEach((person, all) ->
                all.forEach(street -> rows.add(new Object[] {ids.get(street.text()), street.house(), person})));
        Rows.add(
                sql,
                SEARCH_PLACE,
                SEARCH_PLACE.PERSON_ID,
                List.of(SEARCH_PLACE.STREET_ID, SEARCH_PLACE.HOUSE, SEARCH_PLACE.PERSON_ID),
                rows);
    }

    /** Keeps how far the backlog was worked through. */
    public void setBacklog(long nextId) {
        sql.update(SEARCH_BACKFILL).set(SEARCH_BACKFILL.NEXT_ID, nextId).execute();
    }

    private Map<String, Integer> ensureStreets(Map<String, StreetName> named) {
        var ids = streetIds(named.keySet());
        ids.values().retainAll(Rows.hold(sql, SEARCH_STREET, SEARCH_STREET.ID, ids.values()));
        var fresh = new TreeSet<>(named.keySet());
        fresh.removeAll(ids.keySet());
        if (fresh.isEmpty()) {
            return ids;
        }
        Rows.add(
                sql,
                SEARCH_STREET,
                SEARCH_STREET.ID,
                List.of(SEARCH_STREET.STREET),
                fresh.stream().map(street -> new Object[] {street}).toList());
        var added = streetIds(fresh);
        var words = new ArrayList<Object[]>();
        new TreeMap<>(added).forEach((street, id) -> Arrays.stream(street.split(" "))
                .distinct()
                .forEach(word -> words.add(new Object[] {word, id})));
        Rows.add(
                sql,
                SEARCH_STREET_WORD,
                SEARCH_STREET_WORD.STREET_ID,
                List.of(SEARCH_STREET_WORD.WORD, SEARCH_STREET_WORD.STREET_ID),
                words);
        ids.putAll(added);
        return ids;
    }

    private Map<String, Integer> streetIds(Collection<String> streets) {
        var ids = new HashMap<String, Integer>();
        var all = List.copyOf(streets);
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            sql.select(SEARCH_STREET.STREET, SEARCH_STREET.ID)
                    .from(SEARCH_STREET)
                    .where(SEARCH_STREET.STREET.in(all.subList(from, Math.min(all.size(), from + AT_ONCE))))
                    .forEach(row -> ids.put(row.value1(), row.value2()));
        }
        return ids;
    }
}
