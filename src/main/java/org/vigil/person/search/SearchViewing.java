package org.vigil.person.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/**
 * What one open search screen has shown since its last audit entry: results come while somebody types, and the log has one
 * entry for what they settled on, with everybody who was shown on the way and what was typed for it. One thread may look
 * while another settles; nothing is forgotten before it was told.
 */
public final class SearchViewing {

    private final Set<String> queries = new LinkedHashSet<>();
    private final Set<Long> shown = new LinkedHashSet<>();
    private final Set<SubjectRef> records = new LinkedHashSet<>();
    private final Set<Long> sought = new LinkedHashSet<>();
    private @Nullable String last;

    /** @param sought people whom the search would have shown, had the viewer been allowed to know of them */
    synchronized void shows(SearchAnswer answer, Set<Long> sought) {
        if (answer.query().isBlank()) {
            return;
        }
        last = answer.query();
        if (!answer.hits().isEmpty() || !answer.records().isEmpty() || answer.restricted() != null || !sought.isEmpty()) {
            queries.add(answer.query());
        }
        this.sought.addAll(sought);
        answer.hits().forEach(hit -> shown.add(hit.personId()));
        answer.records().forEach(record -> records.add(record.subject()));
    }

    /** What is still to be told to the log; null where nothing is. */
    synchronized @Nullable Untold untold() {
        if (last == null) {
            return null;
        }
        var all = new LinkedHashSet<>(queries);
        all.remove(last);
        all.add(last);
        return new Untold(List.copyOf(all), List.copyOf(shown), List.copyOf(records));
    }

    /** The log has it. */
    synchronized void told(Untold told) {
        queries.removeAll(told.queries());
        shown.removeAll(Set.copyOf(told.shown()));
        records.removeAll(Set.copyOf(told.records()));
        if (told.queries().getLast().equals(last)) {
            last = null;
        }
    }

    /** Sealed records whose owners are still to be told. */
    synchronized Set<Long> sought() {
        return Set.copyOf(sought);
    }

    /** Their owners know. */
    synchronized void ownersTold(Set<Long> told) {
        sought.removeAll(told);
    }

    /** @param queries in the order in which they were typed, what was settled on last */
    record Untold(List<String> queries, List<Long> shown, List<SubjectRef> records) {}
}
