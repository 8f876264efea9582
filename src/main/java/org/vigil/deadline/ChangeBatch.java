package org.vigil.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.rules.ClockStart;
import org.vigil.deadline.rules.Deadline;
import org.vigil.deadline.rules.Due;
import org.vigil.deadline.rules.NoDue;
import org.vigil.deadline.rules.RungTimes;
import org.vigil.deadline.rules.Standing;
import org.vigil.deadline.rules.Timing;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Plays changes on the deadlines of a batch in memory, in order, so that the database is asked and told once. */
final class ChangeBatch {

    private record Key(String rule, SubjectType type, long id) {
        static Key of(String rule, SubjectRef subject) {
            return new Key(rule, subject.type(), subject.id());
        }
    }

    private final Catalogue catalogue;
    private final Instant now;
    private final String by;
    private final Map<Key, Deadline> latest = new HashMap<>();
    private final Map<Long, Deadline> changed = new LinkedHashMap<>();
    private final Map<String, String> resolved = new LinkedHashMap<>();
    private final Map<String, Optional<Long>> moved = new LinkedHashMap<>();
    private final List<Key> opened = new ArrayList<>();

    ChangeBatch(Catalogue catalogue, Instant now, String by) {
        this.catalogue = catalogue;
        this.now = now;
        this.by = by;
    }

    /** What is stored, ascending by key. An open deadline hides an older one that was met. */
    void stored(Collection<Deadline> deadlines) {
        for (var deadline : deadlines) {
            latest.merge(
                    Key.of(deadline.rule(), deadline.subject()),
                    deadline,
                    (older, newer) -> older.standing().isOpen() && !newer.standing().isOpen() ? older : newer);
        }
    }

    void take(DeadlineChange change) {
        switch (change) {
            case DeadlineChange.Open open -> open(open, "The start was recorded anew: " + open.evidence(), false);
            case DeadlineChange.Restart restart -> open(restart.fresh(), restart.reason(), true);
            case DeadlineChange.Renew renew -> renew(renew.fresh());
            case DeadlineChange.Meet meet -> end(
                    meet,
                    deadline -> deadline.met(meet.metAt(), meet.evidence(), now, by),
                    "Done: " + meet.evidence());
            case DeadlineChange.Cancel cancel -> end(
                    cancel, deadline -> deadline.cancelled(cancel.reason(), now, by), "Cancelled: " + cancel.reason());
            case DeadlineChange.Pause ignored -> throw notHere();
            case DeadlineChange.Resume ignored -> throw notHere();
            case DeadlineChange.LeaveOutDays ignored -> throw notHere();
        }
    }

    /**
     * Puts a running deadline under a version of its rule, or under the calendar in force, where that changes its due
     * time or its stages. One that is breached stays as it is, and so does one that was paused: its ledger is part of it.
     *
     * @return whether a new row takes its place
     */
    boolean replan(Deadline current, DeadlineRule rule, String reason) {
        var timing = current.timing();
        var untouched = timing.dueAt() != null && timing.dueAt().equals(timing.firstDueAt());
        if (current.standing() != Standing.RUNNING || !untouched || current.isBreachedAt(now)) {
            return false;
        }
        if (!(catalogue.due(rule, current.start().at(), current.start().facts()) instanceof Due due)) {
            return false;
        }
        if (stages(rule, due.at(), current).equals(stages(catalogue.byId(current.ruleId()), timing.dueAt(), current))
                && due.at().equals(timing.dueAt())) {
            return false;
        }
        var fresh = fresh(rule, current.subject(), current.title(), current.areaId(), current.start(), current.id());
        supersede(Key.of(current.rule(), current.subject()), current, fresh, reason);
        return true;
    }

    private static RungTimes stages(DeadlineRule rule, Instant due, Deadline deadline) {
        return RungTimes.of(
                rule.stages(), deadline.start().at(), due, due, deadline.timing().breachable());
    }

    private static IllegalArgumentException notHere() {
        return new IllegalArgumentException("pauses are played one by one");
    }

    private void renew(DeadlineChange.Open open) {
        var key = Key.of(open.rule(), open.subject());
        var current = latest.get(key);
        if (current == null || current.standing().isOpen() || current.start().isSameClockAs(start(open))) {
            open(open, "The start was recorded anew: " + open.evidence(), false);
        } else {
            put(key, fresh(open, start(open), null));
        }
    }

    private static ClockStart start(DeadlineChange.Open open) {
        return new ClockStart(
                open.startedAt(),
                open.evidence(),
                open.givenMinutes(),
                open.givenEnd(),
                open.notLaterThan(),
                open.circumstances());
    }

    private void open(DeadlineChange.Open open, String reasonWhereItDiffers, boolean anewWhereMet) {
        var key = Key.of(open.rule(), open.subject());
        var start = start(open);
        var current = latest.get(key);
        if (current == null || current.standing() == Standing.CANCELLED) {
            put(key, fresh(open, start, null));
        } else if (current.start().isSameClockAs(start) && (current.standing().isOpen() || !anewWhereMet)) {
            relabel(key, current, open);
        } else {
            supersede(key, current, fresh(open, start, current.isStored() ? current.id() : null), reasonWhereItDiffers);
        }
    }

    private void relabel(Key key, Deadline current, DeadlineChange.Open open) {
        var relabelled = current.relabelled(open.subject(), open.title(), open.areaId());
        if (current.standing().isOpen() && !relabelled.equals(current)) {
            if (!Objects.equals(current.areaId(), relabelled.areaId())) {
                moved.put(current.alertKey(), Optional.ofNullable(relabelled.areaId()));
            }
            replace(key, relabelled);
        }
    }

    /** Puts a new row in the place of one whose start or terms were wrong, or whose rule or calendar changed. */
    private void supersede(Key key, Deadline current, Deadline fresh, String reason) {
        if (current.isStored()) {
            changed.put(current.id(), current.superseded(reason, now, by));
            closed(current, "Replaced: " + reason);
        }
        put(key, fresh);
    }

    private Deadline fresh(DeadlineChange.Open open, ClockStart start, @Nullable Long supersedes) {
        var rule = catalogue
                .inForce(open.rule(), open.startedAt())
                .orElseThrow(() -> new InvalidInputException(
                        "rule", catalogue.knows(open.rule())
                                ? "had no version in force then: " + open.rule()
                                : "is not known: " + open.rule()));
        return fresh(rule, open.subject(), open.title(), open.areaId(), start, supersedes);
    }

    private Deadline fresh(
            DeadlineRule rule,
            SubjectRef subject,
            String title,
            @Nullable Long areaId,
            ClockStart start,
            @Nullable Long supersedes) {
        var timing = switch (catalogue.due(rule, start.at(), start.facts())) {
            case Due due -> Timing.starting(breachableUnder(rule, due), start.at(), rule.stages());
            case NoDue none -> throw new InvalidInputException(rule.code(), none.problem());
        };
        return new Deadline(
                0, rule.id(), rule.code(), subject, title, areaId, start, Standing.RUNNING, timing, null, now,
                catalogue.calendarId(), supersedes, 0);
    }

    static Due breachableUnder(DeadlineRule rule, Due due) {
        return rule.breachable() ? due : new Due(due.at(), due.excluded(), due.caution(), false);
    }

    private void end(DeadlineChange change, UnaryOperator<Deadline> how, String why) {
        var key = Key.of(change.rule(), change.subject());
        var current = latest.get(key);
        if (current == null || !current.standing().isOpen()) {
            return;
        }
        if (current.isStored()) {
            closed(current, why);
        }
        replace(key, how.apply(current));
    }

    private void closed(Deadline current, String why) {
        DeadlineAlerts.keysOf(current).forEach(key -> resolved.put(key, why));
    }

    private void put(Key key, Deadline fresh) {
        opened.add(key);
        latest.put(key, fresh);
    }

    private void replace(Key key, Deadline deadline) {
        if (deadline.isStored()) {
            changed.put(deadline.id(), deadline);
        }
        latest.put(key, deadline);
    }

    /** Rows to insert: opened in this batch, with what has already become of them. */
    List<Deadline> inserts() {
        return opened.stream()
                .distinct()
                .map(latest::get)
                .filter(deadline -> !deadline.isStored())
                .toList();
    }

    Collection<Deadline> updates() {
        return changed.values();
    }

    /** Alerts whose clock runs on in another area, each with that area; empty stands for the whole force. */
    Map<String, Optional<Long>> moved() {
        return moved;
    }

    /** Alerts whose cause is closed, each with the reason. */
    Map<String, String> resolved() {
        return resolved;
    }
}
