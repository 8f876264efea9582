package org.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * Remembers for one open screen what the audit log has been told of it: an entry when it opens, pages or is filtered
 * anew, and then one in a quarter of an hour with all that came into view meanwhile.
 */
public final class AlertViewing {

    private static final Duration LIVE_ENTRY = Duration.ofMinutes(15);

    private final Set<SubjectRef> unsaid = new LinkedHashSet<>();
    private final Set<SubjectRef> said = new LinkedHashSet<>();
    private @Nullable String page;
    private @Nullable Instant saidAt;

    /** Takes in what is shown now; answers what is to be logged, or null when nothing is yet. */
    synchronized @Nullable List<SubjectRef> shows(String newPage, List<AlertRow> rows, Instant now) {
        if (!newPage.equals(page)) {
            page = newPage;
            saidAt = null;
            said.clear();
        }
        rows.forEach(row -> {
            add(new SubjectRef(SubjectType.ALERT, row.id(), row.subject().reference()));
            if (row.subject().id() > 0) {
                add(row.subject());
            }
        });
        if (saidAt != null && now.isBefore(saidAt.plus(LIVE_ENTRY))) {
            return null;
        }
        if (saidAt != null) {
            // A quarter of an hour later, what stands there still is seen again.
            unsaid.addAll(said);
        }
        saidAt = now;
        return take();
    }

    /** What came into view and was not logged yet. */
    synchronized List<SubjectRef> rest() {
        return take();
    }

    private void add(SubjectRef shown) {
        if (!said.contains(shown)) {
            unsaid.add(shown);
        }
    }

    private List<SubjectRef> take() {
        var taken = new ArrayList<>(unsaid);
        said.addAll(unsaid);
        unsaid.clear();
        return taken;
    }
}
