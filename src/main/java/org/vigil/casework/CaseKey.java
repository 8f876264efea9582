package org.vigil.casework;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What names a case: its reference within its source. */
public record CaseKey(String source, String reference) {

    /** The source of what was entered here. */
    public static final String CONSOLE = "CONSOLE";

    public static CaseKey of(Case held) {
        return new CaseKey(held.source(), held.reference());
    }

    /** References by source, both in order: whoever locks in this order waits and does not deadlock. */
    public static SortedMap<String, SortedSet<String>> bySource(Collection<CaseKey> keys) {
        var grouped = new TreeMap<String, SortedSet<String>>();
        keys.forEach(key -> grouped.computeIfAbsent(key.source(), source -> new TreeSet<>())
                .add(key.reference()));
        return grouped;
    }
}
