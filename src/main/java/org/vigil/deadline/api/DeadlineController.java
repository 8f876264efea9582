package org.vigil.deadline.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigil.deadline.ClockCalculator.Asked;
import org.vigil.deadline.DeadlineFilter;
import org.vigil.deadline.DeadlineLists;
import org.vigil.deadline.DeadlineState;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.shared.api.ApiController;
import org.vigil.shared.api.BatchBody;
import org.vigil.shared.api.BatchItem;
import org.vigil.shared.api.Cursor;
import org.vigil.shared.api.ListAnswer;

/** The clocks over HTTP: previews, and the deadlines that the account may see. */
@ApiController
class DeadlineController {

    private static final int MOST_PREVIEWS = 1000;
    private static final int MOST_ROWS = 500;

    private final DeadlineApi api;
    private final DeadlineLists lists;

    DeadlineController(DeadlineApi api, DeadlineLists lists) {
        this.api = api;
        this.lists = lists;
    }

    /** Answers a bare array in the order sent. */
    @PostMapping("/deadlines/preview")
    List<PreviewAnswer> preview(BatchBody body) {
        var items = body.items(PreviewItem.class, MOST_PREVIEWS);
        var asked = items.stream().filter(DeadlineController::isComplete).map(DeadlineController::asked).toList();
        var answers = api.preview(asked).iterator();
        var told = new ArrayList<PreviewAnswer>(items.size());
        for (var item : items) {
            told.add(isComplete(item) ? PreviewAnswer.of(answers.next()) : incomplete(item));
        }
        return told;
    }

    private static boolean isComplete(BatchItem<PreviewItem> item) {
        var value = item.value();
        return value != null && value.rule() != null && value.startsAt() != null;
    }

    private static Asked asked(BatchItem<PreviewItem> item) {
        var value = item.value();
        if (value == null || value.rule() == null || value.startsAt() == null) {
            throw new IllegalStateException("asked of an incomplete item");
        }
        return new Asked(value.rule(), value.question(value.startsAt()));
    }

    private static PreviewAnswer incomplete(BatchItem<PreviewItem> item) {
        var value = item.value();
        if (value == null) {
            var problem = item.reasons().stream()
                    .map(reason -> (reason.field() + " " + reason.problem()).strip())
                    .collect(Collectors.joining("; "));
            return PreviewAnswer.wrong(null, null, problem);
        }
        var missing = value.rule() == null ? "rule" : "startsAt";
        return PreviewAnswer.wrong(value.rule(), value.startsAt(), "A fact is missing: " + missing + ".");
    }

    /**
     * @param subject a subject's reference, or its type and key as {@code INCIDENT:17}
     * @param state one or more states, separated by commas
     */
    @GetMapping("/deadlines")
    ListAnswer<DeadlineJson> list(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new InvalidInputException("limit", "must be between 1 and " + MOST_ROWS);
        }
        var filter = about(subject).in(states(state));
        var from = since == null ? null : Cursor.parse(since);
        return ListAnswer.of(lists.open(filter, from, limit).page().map(DeadlineJson::of));
    }

    private static DeadlineFilter about(@Nullable String subject) {
        if (subject == null || subject.isBlank()) {
            return DeadlineFilter.ALL;
        }
        var colon = subject.indexOf(':');
        var type = colon < 0 ? null : type(subject.substring(0, colon));
        if (type != null && subject.substring(colon + 1).matches("\\d{1,18}")) {
            return DeadlineFilter.ALL.about(type, Long.valueOf(subject.substring(colon + 1)), null);
        }
        return DeadlineFilter.ALL.about(null, null, subject);
    }

    private static @Nullable SubjectType type(String name) {
        return Arrays.stream(SubjectType.values())
                .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static Set<DeadlineState> states(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Set.of();
        }
        return Arrays.stream(text.split(",")).map(String::strip).map(DeadlineController::state).collect(Collectors.toSet());
    }

    private static DeadlineState state(String name) {
        return Arrays.stream(DeadlineState.values())
                .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "state", "must be one of " + Arrays.toString(DeadlineState.values())));
    }
}
