package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Compares the words of a query with all words of somebody's names. */
public final class NameMatch {

    private NameMatch() {}

    private record Likeness(int asked, Candidate candidate) {}

    /**
     * Finds for each asked word that means none of the person's yet the one that it may mean. No word of the person is
     * given to two: whoever looks for "J Jones" does not mean every Jones.
     */
    public static void complete(Evidence person, List<Candidates> asked, List<KnownWord> own) {
        var taken = new HashSet<Integer>();
        person.names().values().forEach(found -> taken.add(found.known().id()));
        var likenesses = new ArrayList<Likeness>();
        for (var at = 0; at < asked.size(); at++) {
            if (person.names().containsKey(at)) {
                continue;
            }
            for (var word : own) {
                var closeness = taken.contains(word.id()) ? null : asked.get(at).closeness(word);
                if (closeness != null) {
                    likenesses.add(new Likeness(at, new Candidate(word, closeness)));
                }
            }
        }
        likenesses.sort(Comparator.<Likeness>comparingDouble(one -> one.candidate().doubt())
                .thenComparing(Likeness::asked)
                .thenComparing(one -> one.candidate().known().id()));
        for (var one : likenesses) {
            if (!person.names().containsKey(one.asked()) && taken.add(one.candidate().known().id())) {
                person.names(one.asked(), one.candidate());
            }
        }
    }
}
