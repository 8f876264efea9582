package org.vigil.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.shared.Duty;
import org.vigil.shared.Page;
import org.vigil.shared.SubjectType;

/**
 * What people see of alerts and do about them. A viewer sees an alert when one of their duties is in its audience and
 * its area is one of theirs. Each action takes the version that the viewer had on screen.
 */
@Service
public class AlertService {

    /** A page of the live list; always audited. */
    public AlertList list(AlertFilter filter, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /** One alert with its history, or empty where the viewer may not see it; always audited. */
    public Optional<AlertDetail> get(long id) {
        throw new UnsupportedOperationException();
    }

    /** Alerts in the order of their last change, oldest first, each with its history: what the API answers. */
    public Page<AlertDetail> changes(@Nullable AlertState state, @Nullable String since, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many open alerts the viewer may see. */
    public AlertCounts counts() {
        throw new UnsupportedOperationException();
    }

    /** The open alerts about these records that the viewer may see, most severe first. */
    public List<AlertRow> about(SubjectType type, Collection<Long> subjectIds) {
        throw new UnsupportedOperationException();
    }

    /** Says that the viewer has seen it and is on it. */
    public void acknowledge(long id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Takes back the viewer's own acknowledgement. */
    public void undoAcknowledge(long id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Gives it to a person who is signed on and may see it; to oneself it is acknowledged as well. */
    public void assign(long id, int version, long accountId) {
        throw new UnsupportedOperationException();
    }

    /** Silences it until an instant before its legal deadline, for a reason. */
    public void snooze(long id, int version, Instant until, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Calls the next duty, for a reason. */
    public void escalate(long id, int version, Duty to, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Closes it by hand, for a reason; refused while its cause is open. */
    public void resolve(long id, int version, String reason) {
        throw new UnsupportedOperationException();
    }
}
