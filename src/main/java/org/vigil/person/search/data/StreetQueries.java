package org.vigil.person.search.data;

import static org.vigil.db.generated.Tables.SEARCH_PLACE;
import static org.vigil.db.generated.Tables.SEARCH_STREET;
import static org.vigil.db.generated.Tables.SEARCH_STREET_WORD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.search.rules.Asked;
import org.vigil.person.search.rules.Closeness;
import org.vigil.person.search.rules.KnownWord;
import org.vigil.person.search.rules.StreetName;
import org.vigil.person.search.rules.Terms;

/** Finds people by street and house; protected addresses are not in this index. */
@Component
public class StreetQueries {

    private static final int MOST_STREETS = 500;
    private static final int MOST_SPELLINGS = 6;
    private static final int SHORTEST_BEGINNING = 3;

    private final DSLContext sql;

    StreetQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The streets whose name has all the words, the last perhaps only begun; where there are none, and it is said to be a
     * street, those whose name is spelt nearly so.
     */
    public List<Integer> called(Terms.Street street) {
        var asked = StreetName.of(String.join(" ", street.words()));
        if (asked.words().isEmpty()) {
            return List.of();
        }
        var exact = withAll(asked.words().stream().map(List::of).toList());
        return exact.isEmpty() && (street.certain() || asked.hasKind()) ? spelt(asked) : exact;
    }

    private List<Integer> withAll(List<List<String>> words) {
        Condition all = DSL.noCondition();
        for (var at = 0; at < words.size(); at++) {
            var own = SEARCH_STREET_WORD.as("w" + at);
            Condition word = own.WORD.in(words.get(at));
            var last = words.get(at).getLast();
            if (at == words.size() - 1 && last.length() >= SHORTEST_BEGINNING) {
                word = word.or(own.WORD.startsWith(last));
            }
            all = all.andExists(DSL.selectOne()
                    .from(own)
                    .where(own.STREET_ID.eq(SEARCH_STREET.ID))
                    .and(word));
        }
        return sql.select(SEARCH_STREET.ID).from(SEARCH_STREET).where(all).limit(MOST_STREETS).fetch(SEARCH_STREET.ID);
    }

    /** Words that tell streets apart and are spelt nearly so; a slip in the first letter is rare and not looked for. */
    private List<Integer> spelt(StreetName asked) {
        var telling = asked.telling();
        var words = new ArrayList<List<String>>();
        for (var word : asked.words()) {
            words.add(telling.contains(word) ? near(word) : List.of(word));
        }
        return words.stream().anyMatch(List::isEmpty) ? List.of() : withAll(words);
    }

    private List<String> near(String word) {
        var asked = Asked.of(word);
        return sql
                .selectDistinct(SEARCH_STREET_WORD.WORD)
                .from(SEARCH_STREET_WORD)
                .where(SEARCH_STREET_WORD.WORD.startsWith(word.substring(0, 1)))
                .fetch(SEARCH_STREET_WORD.WORD)
                .stream()
                .map(known -> new Spelling(known, Closeness.of(asked, new KnownWord(0, known, 0))))
                .filter(known -> known.closeness() != null)
                .sorted(Comparator.comparingDouble(known -> known.closeness().cost()))
                .limit(MOST_SPELLINGS)
                .map(Spelling::word)
                .toList();
    }

    private record Spelling(String word, @Nullable Closeness closeness) {}

    /** People of the streets, at the house where one is named; some of them where there are many. */
    public Set<Long> at(Collection<Integer> streets, @Nullable String house) {
        return streets.isEmpty()
                ? Set.of()
                : sql.selectDistinct(SEARCH_PLACE.PERSON_ID)
                        .from(SEARCH_PLACE)
                        .where(isAt(streets, house))
                        .limit(PlaceQueries.MOST)
                        .fetchSet(SEARCH_PLACE.PERSON_ID);
    }

    /** Which of these people are there. */
    public Set<Long> at(Collection<Long> people, Collection<Integer> streets, @Nullable String house) {
        return streets.isEmpty()
                ? Set.of()
                : sql.select(SEARCH_PLACE.PERSON_ID)
                        .from(SEARCH_PLACE)
                        .where(SEARCH_PLACE.PERSON_ID.in(people))
                        .and(isAt(streets, house))
                        .fetchSet(SEARCH_PLACE.PERSON_ID);
    }

    private static Condition isAt(Collection<Integer> streets, @Nullable String house) {
        return SEARCH_PLACE
                .STREET_ID
                .in(streets)
                .and(house == null ? DSL.noCondition() : SEARCH_PLACE.HOUSE.eq(house));
    }
}
