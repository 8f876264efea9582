package org.vigil.deadline.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.deadline.ClockAnswer;
import org.vigil.deadline.ClockCalculator;
import org.vigil.deadline.DeadlineFilter;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineView;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.api.Cursor;

/** What the API may be asked about clocks, and by whom. */
@Service
class DeadlineApi {

    private static final SubjectRef CLOCKS = new SubjectRef(SubjectType.DEADLINE, 0, "Clocks");

    private final ClockCalculator calculator;
    private final DeadlineQueries deadlines;
    private final AuditLog audit;
    private final CurrentViewer viewer;

    DeadlineApi(ClockCalculator calculator, DeadlineQueries deadlines, AuditLog audit, CurrentViewer viewer) {
        this.calculator = calculator;
        this.deadlines = deadlines;
        this.audit = audit;
        this.viewer = viewer;
    }

    @Requires({Duty.SUPERVISOR, Duty.CUSTODY, Duty.DVDS, Duty.FEED})
    public List<ClockAnswer> preview(List<ClockCalculator.Asked> asked) {
        return calculator.answers(asked);
    }

    /** The deadlines that the account may see; the call is one entry of the audit log with what it showed. */
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
    public Page<DeadlineView> list(DeadlineFilter filter, Instant now, @Nullable Cursor from, int limit) {
        var page = deadlines.list(filter, viewer.get(), now, from, limit);
        var about = filter.subjectReference() == null ? "" : filter.subjectReference();
        audit.record(AuditNote.search(
                CLOCKS,
                about,
                page.items().stream().map(DeadlineView::subject).distinct().toList()));
        return page;
    }
}
