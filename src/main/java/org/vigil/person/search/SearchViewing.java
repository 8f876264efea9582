package org.vigil.person.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/**
 * What one open search screen has shown since its last audit entry: results come while somebody types, and the log has one
 * entry for what they settled on, with everybody who was shown on the way. One thread may look while another settles.
 */
public final class SearchViewing {

    private final Set<Long> shown = new LinkedHashSet<>();
    private final Set<SubjectRef> records = new LinkedHashSet<>();
    private Set<Long> hidden = Set.of();
    private @Nullable String query;

    /** @param sought people whom the last search would have shown, had the viewer been allowed to know of them */
    synchronized void shows(SearchAnswer answer, Set<Long> sought) {
        query = answer.query();
        hidden = Set.copyOf(sought);
        answer.hits().forEach(hit -> shown.add(hit.personId()));
        answer.records().forEach(record -> records.add(record.subject()));
    }

    /** What is still to be told; afterwards nothing is. */
    synchronized @Nullable Settled settle() {
        if (query == null) {
            return null;
        }
        var settled = new Settled(query, List.copyOf(shown), List.copyOf(records), hidden);
        query = null;
        shown.clear();
        records.clear();
        hidden = Set.of();
        return settled;
    }

    record Settled(String query, List<Long> shown, List<SubjectRef> records, Set<Long> hidden) {}
}
