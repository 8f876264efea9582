package org.vigil.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertCaller.Call;
import org.vigil.alert.data.AlertRecords.AudienceRow;
import org.vigil.alert.data.AlertRecords.ChangedAlert;
import org.vigil.alert.data.AlertRecords.EventRow;
import org.vigil.alert.data.AlertRecords.NamedRow;
import org.vigil.alert.data.AlertRecords.NewAlert;
import org.vigil.alert.data.HeldAlert;
import org.vigil.alert.rules.AlertStanding;
import org.vigil.alert.rules.EngineActions;
import org.vigil.shared.Duty;

/** Works out what becomes of one problem when it is raised, once or by several rungs in a row. */
final class RaisedAlert {

    /** The rung at which people are called when a snooze ends. */
    static final String WOKEN = "WOKEN";

    private record Line(AlertEventKind kind, Severity severity, String note) {}

    private record Rung(String name, Set<Duty> duties, Set<Long> accounts) {}

    private final @Nullable HeldAlert held;
    private final Instant now;
    private final Map<Duty, Boolean> audience = new EnumMap<>(Duty.class);
    private final Map<Duty, Boolean> grown = new EnumMap<>(Duty.class);
    private NamedPeople people = NamedPeople.NONE;
    private final List<Line> lines = new ArrayList<>();
    private final List<Rung> rungs = new ArrayList<>();
    private final RaiseAlert first;
    private RaiseAlert last;
    private AlertStanding standing;

    private RaisedAlert(@Nullable HeldAlert held, RaiseAlert first, AlertStanding standing, Instant now) {
        this.held = held;
        this.first = first;
        this.last = first;
        this.standing = standing;
        this.now = now;
    }

    /** The problem of an open alert once more. */
    static RaisedAlert again(HeldAlert held, List<RaiseAlert> inOrder, Instant now) {
        var raised = new RaisedAlert(held, inOrder.getFirst(), held.standing(), now);
        raised.audience.putAll(held.audience());
        raised.people = held.people();
        inOrder.forEach(raised::further);
        return raised;
    }

    /** @param concerned accounts whose own record it is about, or names: they neither see it nor are called */
    static RaisedAlert opened(List<RaiseAlert> inOrder, Set<Long> concerned, Instant now) {
        var first = inOrder.getFirst();
        var standing = AlertStanding.raised(
                first.severity(), first.dueAt(), first.staleAfterMinutes(), first.escalateAfterMinutes(),
                first.escalateTo(), now);
        var raised = new RaisedAlert(null, first, standing, now);
        raised.lines.add(new Line(AlertEventKind.RAISED, first.severity(), first.detail()));
        raised.people = first.people().plus(new NamedPeople(Set.of(), concerned));
        raised.rungs.add(new Rung(first.rung(), raised.widen(first.audience()), raised.people.called()));
        inOrder.stream().skip(1).forEach(raised::further);
        return raised;
    }

    /** The same problem once more: its next rung, or the same again, which says nothing new and leaves no trace. */
    private void further(RaiseAlert next) {
        var isRung = !next.rung().equals(RaiseAlert.FIRST);
        var rises = next.severity().compareTo(standing.severity()) > 0;
        var newlyCalled = widen(next.audience());
        var newlyNamed = !people.called().containsAll(next.people().called());
        people = people.plus(next.people());
        var callsAnew = isRung || rises || !newlyCalled.isEmpty() || newlyNamed;
        var says = callsAnew
                || !Objects.equals(detail(), next.detail())
                || !Objects.equals(standing.dueAt(), next.dueAt());
        var slept = standing.state() == AlertState.SNOOZED;
        standing = EngineActions.rung(standing, next.severity(), next.dueAt(), callsAnew, now);
        if (says) {
            standing = EngineActions.subjectChanged(standing, now);
            var kind = callsAnew ? AlertEventKind.RUNG : AlertEventKind.CHANGED;
            lines.add(new Line(kind, standing.severity(), next.detail()));
        }
        if (callsAnew) {
            rungs.add(new Rung(next.rung(), called(next.audience()), next.people().called()));
        } else if (says && slept) {
            rungs.add(new Rung(WOKEN, called(next.audience()), next.people().called()));
        }
        last = next;
    }

    private String detail() {
        return held != null && lines.isEmpty() ? held.detail() : last.detail();
    }

    /** Adds to the audience; answers the duties that are called and were not before. */
    private Set<Duty> widen(List<Audience> more) {
        var called = EnumSet.noneOf(Duty.class);
        for (var each : more) {
            var before = audience.get(each.duty());
            if (before == null || each.notified() && !before) {
                audience.put(each.duty(), each.notified());
                grown.put(each.duty(), each.notified());
                if (each.notified()) {
                    called.add(each.duty());
                }
            }
        }
        return called;
    }

    private static Set<Duty> called(List<Audience> audience) {
        var called = EnumSet.noneOf(Duty.class);
        audience.stream().filter(Audience::notified).map(Audience::duty).forEach(called::add);
        return called;
    }

    String key() {
        return first.dedupKey();
    }

    NewAlert asNew() {
        return new NewAlert(last, standing);
    }

    boolean changes() {
        return !lines.isEmpty();
    }

    ChangedAlert asChanged() {
        var was = Objects.requireNonNull(held);
        return new ChangedAlert(
                was.id(), was.version(), was.dedupKey(), last.title(), last.detail(), last.areaId(), standing, null, null);
    }

    List<AudienceRow> audienceRows(long id) {
        return grown.entrySet().stream()
                .map(each -> new AudienceRow(id, each.getKey(), each.getValue()))
                .toList();
    }

    List<NamedRow> namedRows(long id) {
        var before = held == null ? NamedPeople.NONE : held.people();
        return Stream.concat(
                        people.called().stream().map(account -> new NamedRow(id, account, false)),
                        people.barred().stream().map(account -> new NamedRow(id, account, true)))
                .filter(row -> !(row.barred() ? before.barred() : before.called()).contains(row.accountId()))
                .toList();
    }

    List<EventRow> eventRows(long id) {
        return lines.stream()
                .map(line -> new EventRow(id, now, line.kind(), null, line.severity(), line.note()))
                .toList();
    }

    List<Call> calls(long id) {
        return rungs.stream()
                .map(rung -> new Call(
                        id, rung.name(), rung.duties(), new NamedPeople(rung.accounts(), people.barred()), last.areaId()))
                .toList();
    }
}
