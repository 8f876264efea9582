package org.vigil.deadline;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertCause;
import org.vigil.deadline.data.DeadlineReads;
import org.vigil.deadline.rules.Deadline;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.UkTime;

/** A clock's alert closes with the clock: while it runs, resolving the alert by hand would only hide it. */
@Component
class OpenClock implements AlertCause {

    private final DeadlineReads deadlines;

    OpenClock(DeadlineReads deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Optional<String> stillOpen(String kind, String dedupKey, SubjectRef subject) {
        return deadlines.of(subject.type(), List.of(subject.id())).stream()
                .filter(deadline -> deadline.standing().isOpen() && deadline.alertKey().equals(dedupKey))
                .findFirst()
                .map(OpenClock::why);
    }

    private static String why(Deadline deadline) {
        var due = deadline.timing().dueAt();
        var clock = due == null ? "Its clock is paused" : "Its clock is still open, due " + UkTime.moment(due);
        return clock + ". Record what meets it, or cancel the clock: the alert then closes by itself.";
    }
}
