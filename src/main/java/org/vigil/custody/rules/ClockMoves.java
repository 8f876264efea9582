package org.vigil.custody.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyStanding.Pause;
import org.vigil.custody.rules.ClockRun.Fate;
import org.vigil.deadline.DeadlineChange;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Texts;

/**
 * Writes down what turns the runs of one rule's clock, as they were wanted before, into those that are wanted now. One rule
 * has at most one open clock of a record: a later run follows once the earlier one has ended.
 */
final class ClockMoves {

    static final String PUT_RIGHT = "A time that the clock is counted from was put right.";

    private static final int LONGEST = 255;

    private final String rule;
    private final SubjectRef record;
    private final @Nullable Long areaId;
    private final boolean moved;
    private final List<DeadlineChange> changes = new ArrayList<>();

    private ClockMoves(String rule, SubjectRef record, @Nullable Long areaId, boolean moved) {
        this.rule = rule;
        this.record = record;
        this.areaId = areaId;
        this.moved = moved;
    }

    /** @param moved whether the area is another than before: a clock that runs goes with its record */
    static List<DeadlineChange> of(
            String rule, SubjectRef record, @Nullable Long areaId, boolean moved, List<ClockRun> before, List<ClockRun> after) {
        var moves = new ClockMoves(rule, record, areaId, moved);
        moves.move(before, after);
        return moves.changes;
    }

    private void move(List<ClockRun> before, List<ClockRun> after) {
        var same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        if (same == before.size()) {
            after.subList(same, after.size()).forEach(this::play);
            if (same == after.size() && moved && !after.isEmpty() && after.getLast().isOpen()) {
                changes.add(open(after.getLast()));
            }
            return;
        }
        var last = before.getLast();
        if (same == after.size()) {
            // What followed no longer stands, and what came before it has ended already.
            if (last.isOpen()) {
                changes.add(cancel("The record was put right: this clock does not apply."));
            }
            return;
        }
        var next = after.get(same);
        if (same == before.size() - 1 && last.terms().isSameClockAs(next.terms())) {
            sameClock(last, next);
        } else {
            anew(last, next);
        }
        after.subList(same + 1, after.size()).forEach(this::play);
    }

    /** The clock stays; what became of it differs. */
    private void sameClock(ClockRun before, ClockRun after) {
        if (!before.isOpen()) {
            if (!after.equals(before)) {
                anew(before, after);
            }
            return;
        }
        var known = before.pauses();
        if (!continues(known, after.pauses())) {
            changes.add(cancel("A time at which the clock stood still was put right."));
            play(after);
            return;
        }
        if (moved || !before.terms().equals(after.terms())) {
            changes.add(open(after));
        }
        for (var place = 0; place < after.pauses().size(); place++) {
            var was = place < known.size() ? known.get(place) : null;
            pause(was, after.pauses().get(place));
        }
        end(after);
    }

    /** Whether the pauses now are those before, of which the last may have ended, and more after them. */
    private static boolean continues(List<Pause> before, List<Pause> after) {
        if (before.size() > after.size()) {
            return false;
        }
        for (var place = 0; place < before.size(); place++) {
            var was = before.get(place);
            var is = after.get(place);
            var wentOn = was.from().equals(is.from()) && was.to() == null && place == before.size() - 1;
            if (!was.equals(is) && !wentOn) {
                return false;
            }
        }
        return true;
    }

    private void anew(ClockRun before, ClockRun after) {
        if (before.fate() instanceof Fate.Over) {
            play(after);
            return;
        }
        var why = before.isOpen() ? PUT_RIGHT : "What met it was put right: " + PUT_RIGHT;
        changes.add(new DeadlineChange.Restart(open(after), why));
        after.pauses().forEach(pause -> pause(null, pause));
        end(after);
    }

    private void play(ClockRun run) {
        if (run.fate() instanceof Fate.Over) {
            // A clock that is over before it was known calls nobody.
            return;
        }
        changes.add(open(run));
        run.pauses().forEach(pause -> pause(null, pause));
        end(run);
    }

    private void pause(@Nullable Pause before, Pause after) {
        if (before == null) {
            changes.add(new DeadlineChange.Pause(
                    rule, record, after.from(), "On bail for a charging decision by the prosecutor (PACE s.47ZL)"));
        }
        if (after.to() != null && (before == null || before.to() == null)) {
            changes.add(new DeadlineChange.Resume(rule, record, after.to(), BailSteps.LEAST_DAYS_LEFT));
        }
    }

    private void end(ClockRun run) {
        switch (run.fate()) {
            case Fate.Met met -> changes.add(
                    new DeadlineChange.Meet(rule, record, met.at(), Texts.cut(met.evidence(), LONGEST)));
            case Fate.Over over -> changes.add(cancel(over.reason()));
            case null -> {
                // It runs.
            }
        }
    }

    private DeadlineChange cancel(String reason) {
        return new DeadlineChange.Cancel(rule, record, Texts.cut(reason, LONGEST));
    }

    private DeadlineChange.Open open(ClockRun run) {
        var terms = run.terms();
        return new DeadlineChange.Open(
                rule, record, terms.title(), areaId, terms.startedAt(), Texts.cut(terms.evidence(), LONGEST), null,
                terms.givenEnd(), terms.notLaterThan(), terms.circumstances());
    }
}
