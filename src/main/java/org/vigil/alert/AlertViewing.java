package org.vigil.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.shared.SubjectRef;

/**
 * Remembers for one open screen what the audit log has been told of it: an entry when it opens, pages or is filtered
 * anew, and then one in a quarter of an hour with what stands there then and what came and went meanwhile.
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
        var standing = rows.stream().flatMap(row -> shown(row).stream()).toList();
        if (!look.isDue(now)) {
            standing.stream().filter(each -> !said.contains(each)).forEach(unsaid::add);
            return null;
        }
        // What stands there now is seen again; what has gone since it was logged is not.
        said.clear();
        unsaid.addAll(standing);
        look.logged(now);
        return take();
    }

    /** What came into view and was not logged yet. */
    synchronized List<SubjectRef> rest() {
        return take();
    }

    /** What somebody sees who sees the row: the alert, and the record that it is about. */
    static List<SubjectRef> shown(AlertRow row) {
        var alert = AlertDesk.ref(row);
        return row.subject().id() > 0 ? List.of(alert, row.subject()) : List.of(alert);
    }

    private List<SubjectRef> take() {
        var taken = new ArrayList<>(unsaid);
        said.addAll(unsaid);
        unsaid.clear();
        return taken;
    }
}
