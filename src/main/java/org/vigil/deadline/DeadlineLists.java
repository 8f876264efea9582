package org.vigil.deadline;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.api.Cursor;

/** Lists of deadlines that a person or a program looks at: within the viewer's duties and areas, and on the log. */
@Service
@Requires({
    Duty.SUPERVISOR,
    Duty.SPECIALIST,
    Duty.NPT,
    Duty.RESPONSE,
    Duty.DVDS,
    Duty.DECIDER,
    Duty.CALLS,
    Duty.CUSTODY,
    Duty.MARAC,
    Duty.COURT,
    Duty.AUTHOR,
    Duty.COMMISSIONER,
    Duty.LEADER
})
public class DeadlineLists {

    private static final SubjectRef CLOCKS = new SubjectRef(SubjectType.DEADLINE, 0, "Clocks");

    private final DeadlineQueries queries;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    DeadlineLists(DeadlineQueries queries, AuditLog audit, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A page of the viewer's deadlines, and how many match in all, as far as {@link DeadlineQueries#MOST_COUNTED}. */
    public record Listed(Page<DeadlineView> page, int total) {}

    /** Opens a page, or shows it still after a quarter of an hour: one entry of the log, with what it showed. */
    public Listed open(DeadlineFilter filter, @Nullable Cursor from, int limit) {
        var listed = refresh(filter, from, limit);
        var reference = filter.subjectReference();
        var shown = listed.page().items().stream().map(DeadlineView::subject).distinct().toList();
        audit.record(AuditNote.search(CLOCKS, reference == null ? "" : reference, shown));
        return listed;
    }

    /** Reads a page again that is on screen already. */
    public Listed refresh(DeadlineFilter filter, @Nullable Cursor from, int limit) {
        var who = viewer.get();
        var now = clock.instant();
        return new Listed(queries.list(filter, who, now, from, limit), queries.countUpTo(DeadlineQueries.MOST_COUNTED, filter, who, now));
    }
}
