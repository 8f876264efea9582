package org.vigil.person.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one open search screen has shown since its last audit entry: results come while somebody types, and the log has one
 * entry for what they settled on, with everybody who was shown on the way.
 */
public final class SearchViewing {

    private final Map<Long, String> shown = new LinkedHashMap<>();
    private @Nullable String query;

    void shows(SearchAnswer answer) {
        query = answer.query();
        answer.hits().forEach(hit -> shown.put(hit.personId(), Long.toString(hit.personId())));
    }

    /** What is still to be told; afterwards nothing is. */
    @Nullable Settled settle() {
        if (query == null) {
            return null;
        }
        var settled = new Settled(query, Map.copyOf(shown));
        query = null;
        shown.clear();
        return settled;
    }

    record Settled(String query, Map<Long, String> shown) {}
}
