package org.vigil.person.search;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigil.person.search.data.InitialQueries;
import org.vigil.person.search.rules.Candidate;
import org.vigil.person.search.rules.Candidates;
import org.vigil.person.search.rules.Evidence;
import org.vigil.person.search.rules.Terms;

/** Finds people by one word and an initial, where a common word alone has more people than are looked at. */
@Component
class InitialFinder {

    private final InitialQueries names;

    InitialFinder(InitialQueries names) {
        this.names = names;
    }

    /** Adds whom "J Smith" finds; nothing where the query has no initial, or two words that find people by themselves. */
    void find(Terms terms, List<Candidates> words, Map<Long, Evidence> found) {
        var whole = words.stream()
                .filter(word -> !word.asked().isInitial() && !word.asked().optional())
                .toList();
        var initial = words.stream()
                .filter(word -> word.asked().isInitial() && !word.asked().optional())
                .findFirst()
                .orElse(null);
        if (initial == null || whole.size() != 1) {
            return;
        }
        var one = whole.getFirst();
        var known = one.same().isEmpty() ? one.near() : one.same();
        if (known.isEmpty()) {
            return;
        }
        var atInitial = words.indexOf(initial);
        var atWord = words.indexOf(one);
        for (var bearer : names.bearers(known, initial.asked().text(), terms.birth())) {
            var closeness = initial.closeness(bearer.other());
            var candidate = one.all().get(bearer.wordId());
            if (closeness != null && candidate != null) {
                var evidence = found.computeIfAbsent(bearer.personId(), Evidence::new);
                evidence.year(bearer.birthYear());
                if (bearer.other().id() == bearer.wordId()) {
                    evidence.twice(bearer.wordId());
                }
                evidence.names(atWord, candidate);
                evidence.names(atInitial, new Candidate(bearer.other(), closeness));
            }
        }
    }
}
