package org.vigil.incident;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What names a call: its reference within its source. */
public record CallKey(String source, String reference) {

    public static CallKey of(Call call) {
        return new CallKey(call.source(), call.reference());
    }

    /** References by source, both in order: whoever locks in this order waits and does not deadlock. */
    public static SortedMap<String, SortedSet<String>> bySource(Collection<CallKey> keys) {
        var grouped = new TreeMap<String, SortedSet<String>>();
        keys.forEach(key -> grouped.computeIfAbsent(key.source(), source -> new TreeSet<>())
                .add(key.reference()));
        return grouped;
    }
}
