package org.vigil.casework;

import java.util.EnumMap;
import java.util.Map;

/** How many cases stand under each heading; negative where nobody counted to the end. */
public record CaseCounts(Map<CaseFilter.Show, Integer> counts) {

    public CaseCounts {
        counts = Map.copyOf(counts.isEmpty() ? new EnumMap<>(CaseFilter.Show.class) : counts);
    }

    /** How many stand under one. */
    public int of(CaseFilter.Show show) {
        return counts.getOrDefault(show, 0);
    }

    /** The same in words: "1,000 or more" where nobody counted to the end. */
    public String words(CaseFilter.Show show) {
        return of(show) < 0 ? "1,000 or more" : "%,d".formatted(of(show));
    }
}
