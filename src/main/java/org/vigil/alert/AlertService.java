package org.vigil.alert;

import static org.vigil.shared.Duty.ADMIN;
import static org.vigil.shared.Duty.ANALYST;
import static org.vigil.shared.Duty.AUTHOR;
import static org.vigil.shared.Duty.CALLS;
import static org.vigil.shared.Duty.COMMISSIONER;
import static org.vigil.shared.Duty.COURT;
import static org.vigil.shared.Duty.CUSTODY;
import static org.vigil.shared.Duty.DECIDER;
import static org.vigil.shared.Duty.DVDS;
import static org.vigil.shared.Duty.FEED;
import static org.vigil.shared.Duty.LEADER;
import static org.vigil.shared.Duty.MARAC;
import static org.vigil.shared.Duty.NPT;
import static org.vigil.shared.Duty.RESPONSE;
import static org.vigil.shared.Duty.SPECIALIST;
import static org.vigil.shared.Duty.SUPERVISOR;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.alert.data.AlertQueries;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.security.AreaDirectory;
import org.vigil.security.OnDuty;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/**
 * What people see of alerts and do about them. A viewer sees an alert when one of their duties is in its audience and
 * its area is one of theirs. Each action takes the version that the viewer had on screen and answers the new one; it
 * throws {@link org.vigil.shared.ChangedMeanwhileException} where someone else was faster and
 * {@link org.vigil.shared.InvalidInputException} where the rules don't allow it.
 */
@Service
@Requires({
    SUPERVISOR, SPECIALIST, NPT, RESPONSE, DVDS, DECIDER, CALLS, CUSTODY, MARAC, COURT, AUTHOR, COMMISSIONER, LEADER, ADMIN
})
public class AlertService {

    private static final SubjectRef LIST = new SubjectRef(SubjectType.ALERT, 0, "Alerts");
    private static final int MOST_ROWS = 500;

    private final AlertQueries queries;
    private final AlertMask mask;
    private final AlertDesk desk;
    private final AreaDirectory areas;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final Clock clock;

    AlertService(
            AlertQueries queries,
            AlertMask mask,
            AlertDesk desk,
            AreaDirectory areas,
            CurrentViewer viewer,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.mask = mask;
        this.desk = desk;
        this.areas = areas;
        this.viewer = viewer;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the live list; audited each time. */
    public AlertList list(AlertFilter filter, int offset, int limit) {
        return list(filter, offset, limit, new AlertViewing());
    }

    /** A page of the live list for a screen that stays open; audited as the screen's {@link AlertViewing} says. */
    public AlertList list(AlertFilter filter, int offset, int limit, AlertViewing viewing) {
        var now = clock.instant();
        var within = filter.areaId() == null ? Set.<Long>of() : areas.withDescendants(filter.areaId());
        var wanted = new AlertQueries.Wanted(filter, within, UkTime.startOf(UkTime.localDay(now)));
        var found = queries.list(viewer.get(), wanted, offset, Math.min(limit, MOST_ROWS));
        var list = new AlertList(mask.rows(viewer.get(), found.rows()), found.offset(), found.total(), found.hasMore());
        var shown = viewing.shows(filter + "@" + offset, list.rows(), now);
        if (shown != null) {
            audit.record(AuditNote.view(LIST, "Looked at the list of alerts, from " + (offset + 1)).shown(shown));
        }
        return list;
    }

    /** Tells the audit log what a screen showed until it was left. */
    public void left(AlertViewing viewing) {
        var shown = viewing.rest();
        if (!shown.isEmpty()) {
            audit.record(AuditNote.view(LIST, "Alerts that came up in the list").shown(shown));
        }
    }

    /** One alert with its history, or empty where the viewer may not see it; audited, the attempt too. */
    public Optional<AlertDetail> get(long id) {
        var found = again(id);
        found.ifPresentOrElse(
                detail -> audit.record(AuditNote.view(AlertDesk.ref(detail.alert()), "Looked at an alert")
                        .shown(detail.alert().subject())),
                () -> audit.record(AlertDesk.refusal(id)));
        return found;
    }

    /** The same alert again, for a screen that shows it and has been audited for that. */
    public Optional<AlertDetail> again(long id) {
        return queries.detail(viewer.get(), id)
                .map(detail -> mask.details(viewer.get(), List.of(detail)).getFirst());
    }

    /**
     * Alerts in the order of their last change, oldest first, each with its history: what the API answers; audited.
     *
     * @param since a time or a cursor, both inclusive; null from the beginning. From a time on means from the first change
     *     of that time on in the order of commits, so that a reader who goes on with the time of the last change that he was
     *     given misses none that was committed after it
     * @throws org.vigil.shared.InvalidInputException when {@code since} is neither
     */
    @Requires({
        SUPERVISOR, SPECIALIST, NPT, RESPONSE, DVDS, DECIDER, CALLS, CUSTODY, MARAC, COURT, AUTHOR, COMMISSIONER, LEADER,
        ADMIN, ANALYST, FEED
    })
    public Page<AlertDetail> changes(@Nullable AlertState state, @Nullable String since, int limit) {
        var from = ChangeCursor.parse(since);
        var fromSeq = from.seq();
        if (from.isTimeOnly() && from.since() != null) {
            var first = queries.firstChangeSince(from.since());
            if (first.isEmpty()) {
                return new Page<>(List.of(), null);
            }
            fromSeq = first.get();
        }
        var found = queries.changes(viewer.get(), state, fromSeq, from.id(), limit);
        var page = mask.details(viewer.get(), found.subList(0, Math.min(limit, found.size())));
        audit.record(AuditNote.view(LIST, "Read alerts through the API")
                .shown(page.stream()
                        .flatMap(detail -> AlertViewing.shown(detail.alert()).stream())
                        .distinct()
                        .toList()));
        return new Page<>(
                page, found.size() <= limit ? null : ChangeCursor.at(found.get(limit).alert()).encode());
    }

    /** How many open alerts the viewer may see. */
    @Requires
    public AlertCounts counts() {
        return queries.counts(viewer.get());
    }

    /** The kinds of the open alerts that the viewer may see, for a filter. */
    public List<String> openKinds() {
        return queries.openKinds(viewer.get());
    }

    /** The open alerts about these records that the viewer may see, most severe first; the caller audits its own page. */
    @Requires
    public List<AlertRow> about(SubjectType type, Collection<Long> subjectIds) {
        return subjectIds.isEmpty()
                ? List.of()
                : mask.rows(viewer.get(), queries.about(viewer.get(), type, subjectIds));
    }

    /** The people who are signed on and may see the alert, by name: those whom it can be given to. */
    public List<OnDuty> assignable(long id) {
        return desk.assignable(viewer.get(), id);
    }

    /** The duties that the alert can be escalated to by hand; none when all that are above were called. */
    public List<Duty> escalations(long id) {
        return desk.escalations(viewer.get(), id);
    }

    /** Says that the viewer has seen it and is on it. */
    public int acknowledge(long id, int version) {
        return desk.acknowledge(viewer.get(), id, version, clock.instant());
    }

    /** Takes back the viewer's own acknowledgement, and what they took with it. */
    public int undoAcknowledge(long id, int version) {
        return desk.undoAcknowledge(viewer.get(), id, version, clock.instant());
    }

    /** Gives it to a person who is signed on and may see it; given to oneself it is acknowledged as well. */
    public int assign(long id, int version, long accountId) {
        return desk.assign(viewer.get(), id, version, accountId, clock.instant());
    }

    /** Gives it to the viewer and acknowledges it. */
    public int take(long id, int version) {
        var own = viewer.get().accountId();
        if (own == null) {
            throw new IllegalStateException("the console itself takes no alert");
        }
        return assign(id, version, own);
    }

    /** Silences it until an instant before its legal deadline, for a reason. */
    public int snooze(long id, int version, Instant until, String reason) {
        return desk.snooze(viewer.get(), id, version, until, reason, clock.instant());
    }

    /** Calls the next duty, for a reason. */
    public int escalate(long id, int version, Duty to, String reason) {
        return desk.escalate(viewer.get(), id, version, to, reason, clock.instant());
    }

    /** Closes it by hand, for a reason; refused while its cause is open. */
    public int resolve(long id, int version, String reason) {
        return desk.resolve(viewer.get(), id, version, reason, clock.instant());
    }
}
