package org.vigil.alert.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertDetail;
import org.vigil.alert.AlertEvent;
import org.vigil.shared.SubjectType;

/** An alert as the API answers it; instants are UTC. */
@JsonInclude
record AlertAnswer(
        long id,
        String kind,
        String severity,
        String state,
        Subject subject,
        String title,
        String detail,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant dueAt,
        @Nullable Instant snoozedUntil,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        @Nullable String assignedTo,
        List<Event> history) {

    @JsonInclude
    record Subject(SubjectType type, String reference, String title) {}

    @JsonInclude
    record Event(Instant at, String event, @Nullable String by, @Nullable String severity, @Nullable String note) {

        static Event of(AlertEvent event) {
            return new Event(
                    event.at(),
                    event.kind().name(),
                    event.by(),
                    event.severity() == null ? null : event.severity().name(),
                    event.note());
        }
    }

    static AlertAnswer of(AlertDetail detail) {
        var alert = detail.alert();
        var subject = alert.subject();
        return new AlertAnswer(
                alert.id(),
                alert.kind(),
                alert.severity().name(),
                alert.state().name(),
                new Subject(subject.type(), subject.reference(), subject.type().label() + " " + subject.reference()),
                alert.title(),
                alert.detail(),
                alert.raisedAt(),
                alert.changedAt(),
                alert.dueAt(),
                alert.snoozedUntil(),
                alert.resolvedAt(),
                alert.resolution(),
                alert.assignedName(),
                detail.history().stream().map(Event::of).toList());
    }
}
