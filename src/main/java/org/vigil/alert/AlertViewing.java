package org.vigil.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * Remembers for one open screen what the audit log has been told of it: an entry when it opens, pages or is filtered
 * anew, and then one in a quarter of an hour with all that came into view meanwhile.
 */
public final class AlertViewing {

    private final Set<SubjectRef> unsaid = new LinkedHashSet<>();
    private final Set<SubjectRef> said = new LinkedHashSet<>();
    private @Nullable String page;
    private LiveLook look = new LiveLook();

    /** Takes in what is shown now; answers what is to be logged, or null when nothing is yet. */
    synchronized @Nullable List<SubjectRef> shows(String newPage, List<AlertRow> rows, Instant now) {
        if (!newPage.equals(page)) {
            page = newPage;
            look = new LiveLook();
            said.clear();
        }
        rows.forEach(row -> {
            add(new SubjectRef(SubjectType.ALERT, row.id(), row.subject().reference()));
            if (row.subject().id() > 0) {
                add(row.subject());
            }
        });
        if (!look.isDue(now)) {
            return null;
        }
        if (look.wasLogged()) {
            // A quarter of an hour later, what stands there still is seen again.
            unsaid.addAll(said);
        }
        look.logged(now);
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
