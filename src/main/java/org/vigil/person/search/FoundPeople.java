package org.vigil.person.search;

import java.io.Serial;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.vigil.person.search.rules.Evidence;

/**
 * What was gathered so far, by record. Whom the viewer must not know of is kept apart from the first: such a record fills no
 * page, ends no search for others and takes nobody's place, so that the answer is the same as if it were not there. It is a
 * map, and whoever gathers need not know.
 */
final class FoundPeople extends HashMap<Long, Evidence> {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Set<Long> unseen;
    private final transient Map<Long, Evidence> apart = new HashMap<>();

    /** @param unseen records of which the viewer must not know */
    FoundPeople(Set<Long> unseen) {
        this.unseen = unseen;
    }

    @Override
    public Evidence computeIfAbsent(Long record, Function<? super Long, ? extends Evidence> made) {
        return unseen.contains(record) ? apart.computeIfAbsent(record, made) : super.computeIfAbsent(record, made);
    }

    /** What was gathered of those of whom the viewer must not know. */
    Map<Long, Evidence> apart() {
        return apart;
    }

    /** Puts the halves of people together whose records were merged. */
    static List<Evidence> joined(Iterable<Evidence> halves, Map<Long, Long> survivors) {
        var whole = new LinkedHashMap<Long, Evidence>();
        for (var half : halves) {
            var survivor = survivors.getOrDefault(half.person(), half.person());
            if (survivor == half.person() && !whole.containsKey(survivor)) {
                whole.put(survivor, half);
            } else {
                whole.computeIfAbsent(survivor, Evidence::new).add(half);
            }
        }
        return List.copyOf(whole.values());
    }
}
