package org.vigil.deadline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.deadline.ClockAnswer;
import org.vigil.deadline.rules.Due;
import org.vigil.deadline.rules.NoDue;

/**
 * The answer to one question of a preview: a due time with its reasons, or a problem.
 *
 * @param excluded the days left out, each with its reason
 * @param problem what is wrong, or which fact is missing; null where there is a due time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewAnswer(
        @Nullable String rule,
        @Nullable Instant startsAt,
        @Nullable Instant dueAt,
        @Nullable String basis,
        @Nullable List<Left> excluded,
        @Nullable String caution,
        @Nullable String problem) {

    /** A day left out. */
    record Left(LocalDate date, String reason) {}

    static PreviewAnswer of(ClockAnswer answer) {
        var rule = answer.rule();
        var basis = rule == null ? null : rule.basis();
        return switch (answer.answer()) {
            case Due due -> new PreviewAnswer(
                    answer.code(),
                    answer.startsAt(),
                    due.at(),
                    basis,
                    due.excluded().stream()
                            .map(day -> new Left(day.day(), day.reason()))
                            .toList(),
                    due.caution(),
                    null);
            case NoDue none -> new PreviewAnswer(
                    answer.code(), answer.startsAt(), null, basis, null, null, none.problem());
        };
    }

    static PreviewAnswer wrong(@Nullable String rule, @Nullable Instant startsAt, String problem) {
        return new PreviewAnswer(rule, startsAt, null, null, null, null, problem);
    }
}
