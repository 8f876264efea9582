package org.vigil.deadline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.shared.SubjectType;

/**
 * A deadline as the API shows it.
 *
 * @param breached whether it was not done when due, whatever became of it since
 * @param rungs the stages that fired: when their time came, and when they were recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadlineJson(
        long id,
        String rule,
        String title,
        String basis,
        Subject subject,
        Instant startsAt,
        @Nullable Instant dueAt,
        DeadlineState state,
        boolean breached,
        @Nullable Instant metAt,
        boolean recordedLate,
        @Nullable String reason,
        List<Rung> rungs) {

    record Subject(SubjectType type, long id, String reference) {}

    record Rung(String name, Instant at, Instant firedAt) {}

    static DeadlineJson of(DeadlineView view) {
        return new DeadlineJson(
                view.id(),
                view.rule(),
                view.title(),
                view.basis(),
                new Subject(
                        view.subject().type(), view.subject().id(), view.subject().reference()),
                view.startedAt(),
                view.dueAt(),
                view.state(),
                view.breached(),
                view.metAt(),
                view.recordedLate(),
                view.reason(),
                view.fired().stream()
                        .map(fired -> new Rung(fired.name().name(), fired.at(), fired.firedAt()))
                        .toList());
    }
}
