package org.vigil.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.alert.AlertService;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.incident.TimelineEntry.Kind;
import org.vigil.incident.data.CallCursor;
import org.vigil.incident.data.CallListQueries;
import org.vigil.incident.data.CallQueries;
import org.vigil.incident.data.GradePolicyQueries;
import org.vigil.incident.rules.AttendanceTimes;
import org.vigil.incident.rules.CallStates;
import org.vigil.incident.rules.GradePolicy;
import org.vigil.incident.rules.Timeline;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Shows calls to those whose duty it is to watch, attend or answer for them; each look is logged. */
@Service
@Requires({Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS, Duty.LEADER})
public class IncidentService {

    private static final SubjectRef LIST = new SubjectRef(SubjectType.INCIDENT, 0, "Calls");

    private final CallQueries calls;
    private final CallListQueries lists;
    private final GradePolicyQueries policies;
    private final DeadlineQueries deadlines;
    private final AlertService alerts;
    private final AreaDirectory areas;
    private final CallDiscretion discretion;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    IncidentService(
            CallQueries calls,
            CallListQueries lists,
            GradePolicyQueries policies,
            DeadlineQueries deadlines,
            AlertService alerts,
            AreaDirectory areas,
            CallDiscretion discretion,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.calls = calls;
        this.lists = lists;
        this.policies = policies;
        this.deadlines = deadlines;
        this.alerts = alerts;
        this.areas = areas;
        this.discretion = discretion;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * A page of calls with how many there are in all.
     *
     * @param total negative where nobody counted to the end
     * @param late in the filter's area, how many wait past their target now
     * @param nearlyLate and how many are about to
     */
    public record CallList(Page<CallRow> page, int total, int late, int nearlyLate, Instant readAt) {}

    /**
     * Lists calls: those that wait first, the longest overdue on top.
     *
     * @param cursor where the page begins, as an earlier page said, or null
     * @param isNew whether a person asked for this page; a live screen that only refreshes is not logged each time
     */
    public CallList list(CallFilter filter, @Nullable String cursor, int limit, boolean isNew) {
        var viewer = viewers.get();
        var now = clock.instant();
        Set<Long> within = filter.areaId() == null ? Set.of() : areas.withDescendants(filter.areaId());
        var page = lists.list(viewer, filter, within, CallCursor.parse(cursor), limit, now);
        if (isNew) {
            audit.record(viewer, AuditNote.view(LIST, "Listed calls: " + filter.show().label() + ", "
                            + filter.period().label().toLowerCase(java.util.Locale.UK))
                    .shown(page.items().stream()
                            .map(row -> new SubjectRef(SubjectType.INCIDENT, row.id(), row.reference()))
                            .toList()));
        }
        var waiting = lists.waiting(viewer, within, now);
        var shown = new Page<>(discretion.rows(page.items()), page.next());
        return new CallList(shown, lists.count(viewer, filter, within, now), waiting.late(), waiting.nearlyLate(), now);
    }

    /** The names of the grades that a list can be filtered by, most urgent first. */
    public List<String> grades() {
        return policies.all().at(clock.instant()).grades().stream()
                .map(GradePolicy.Grade::name)
                .toList();
    }

    /**
     * One call, if it is within the viewer's areas.
     *
     * @param isNew whether a person opened it; a live page that only refreshes is not logged each time
     */
    public Optional<CallPage> page(long id, boolean isNew) {
        var viewer = viewers.get();
        var found = calls.byId(viewer, id);
        if (isNew) {
            found.ifPresent(call -> audit.record(
                    viewer, AuditNote.view(CallConsequences.subject(call), "Opened the call")));
        }
        return found.map(this::page);
    }

    private CallPage page(Call held) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var shown = discretion.shown(held, now);
        var call = shown.call();
        var policy = policies.all().at(call.times().receivedAt());
        var facts = CallFacts.of(call);
        var clocks = deadlines.of(CallConsequences.subject(call));
        return new CallPage(
                call,
                facts,
                CallStates.of(facts, policy),
                policy,
                AttendanceTimes.of(facts, policy, now),
                clocks,
                timeline(shown, policy, clocks),
                shown.people(),
                shown.heldBack(),
                now);
    }

    private List<TimelineEntry> timeline(CallDiscretion.Shown shown, GradePolicy policy, List<DeadlineView> clocks) {
        var call = shown.call();
        var entries = new ArrayList<>(Timeline.of(call, policy));
        clocks.forEach(view -> view.fired().forEach(fired -> entries.add(new TimelineEntry(
                fired.at(), Kind.CONSOLE, view.ruleTitle() + ": " + fired.label(), view.title()))));
        clocks.stream()
                .filter(view -> view.state() == DeadlineState.CANCELLED && view.closedAt() != null)
                .forEach(view -> entries.add(new TimelineEntry(
                        view.closedAt(), Kind.CONSOLE, view.ruleTitle() + ": clock ended", view.reason())));
        var held = shown.heldBack().people() || shown.heldBack().pending();
        alerts.about(SubjectType.INCIDENT, List.of(call.id())).forEach(alert -> entries.add(new TimelineEntry(
                alert.raisedAt(), Kind.CONSOLE, "Alert: " + alert.title(), held ? null : alert.detail())));
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }
}
