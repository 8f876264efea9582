package org.vigil.custody.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyStanding.Bail;
import org.vigil.custody.CustodyStanding.End;
import org.vigil.custody.CustodyStanding.Notice;
import org.vigil.custody.CustodyStanding.Pause;
import org.vigil.custody.CustodyStanding.Step;
import org.vigil.shared.UkTime;

/** What the events of a record make of its bail before charge. */
final class BailFold {

    private final @Nullable Instant arrestedAt;
    private final ClockTimes times;
    private final List<String> doubts;
    private final List<Step> steps = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private @Nullable Instant releasedAt;
    private @Nullable Instant soughtAt;
    private @Nullable Instant endsAt;
    private List<String> conditions = List.of();
    private @Nullable End end;

    BailFold(@Nullable Instant arrestedAt, ClockTimes times, List<String> doubts) {
        this.arrestedAt = arrestedAt;
        this.times = times;
        this.doubts = doubts;
    }

    /** Released on bail before charge; once more while on bail gives it another day or other conditions. */
    void begin(CustodyEvent event) {
        if (releasedAt == null) {
            releasedAt = event.at();
            steps.add(new Step(BailSteps.FIRST, CustodyAuthority.CUSTODY_OFFICER, event.at(), null));
        }
        // Bail after a release of another kind is the same period: it is counted from the arrest.
        end = null;
        conditions = event.details().conditions();
        notice(event);
        if (soughtAt != null && lacksOpenPause()) {
            pauses.add(new Pause(event.at(), null));
        }
    }

    void end(End how) {
        if (releasedAt != null && end == null) {
            end = how;
        }
    }

    void sought(CustodyEvent event) {
        soughtAt = event.at();
        if (!isRunning() || !lacksOpenPause()) {
            return;
        }
        var ends = lawEnd();
        if (ends != null && !event.at().isBefore(ends)) {
            doubts.add("The charging decision was sought " + UkTime.moment(event.at()) + ", after the bail had ended "
                    + UkTime.moment(ends) + ": its clock does not stop.");
            return;
        }
        pauses.add(new Pause(event.at(), null));
    }

    void returned(CustodyEvent event) {
        soughtAt = null;
        if (isRunning() && !lacksOpenPause()) {
            pauses.set(pauses.size() - 1, new Pause(pauses.getLast().from(), event.at()));
        }
    }

    void extended(CustodyEvent event) {
        var by = event.details().authority();
        if (!isRunning() || by == null) {
            return;
        }
        var ends = lawEnd();
        if (ends != null && !event.at().isBefore(ends)) {
            doubts.add("The bail was extended " + UkTime.moment(event.at()) + ", after it had ended " + UkTime.moment(ends)
                    + ": its clock runs on.");
            return;
        }
        BailSteps.next(steps.getLast(), by, event.at(), event.details().bailEndsAt())
                .ifPresentOrElse(
                        step -> {
                            steps.add(step);
                            endsAt = null;
                            notice(event);
                        },
                        () -> doubts.add("The bail was extended by " + by.label() + ", which the law does not allow at this"
                                + " stage: its clock runs on."));
        if (!event.details().conditions().isEmpty()) {
            conditions = event.details().conditions();
        }
    }

    void conditionsChanged(CustodyEvent event) {
        if (isRunning()) {
            conditions = event.details().conditions();
            notice(event);
        }
    }

    private void notice(CustodyEvent event) {
        var until = event.details().bailEndsAt();
        if (until != null) {
            endsAt = until;
            notices.add(new Notice(event.at(), until));
        }
    }

    private boolean isRunning() {
        return releasedAt != null && end == null;
    }

    private boolean lacksOpenPause() {
        return pauses.isEmpty() || pauses.getLast().to() != null;
    }

    private @Nullable Instant lawEnd() {
        return arrestedAt == null || steps.isEmpty() ? null : BailSteps.lawEnd(steps.getLast(), arrestedAt, pauses, times);
    }

    @Nullable Bail bail() {
        return releasedAt == null
                ? null
                : new Bail(releasedAt, conditions, endsAt, lawEnd(), steps, notices, pauses, end);
    }
}
