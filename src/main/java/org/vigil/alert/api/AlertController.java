package org.vigil.alert.api;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigil.alert.AlertService;
import org.vigil.alert.AlertState;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.api.ApiController;
import org.vigil.shared.api.ListAnswer;

/** {@code GET /api/v1/alerts}: alerts that the account may see, oldest change first. */
@ApiController
class AlertController {

    private static final int MOST = 500;

    private final AlertService alerts;

    AlertController(AlertService alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/alerts")
    ListAnswer<AlertAnswer> alerts(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInputException("limit", "must be between 1 and " + MOST);
        }
        return ListAnswer.of(alerts.changes(state(state), since, limit).map(AlertAnswer::of));
    }

    private static @Nullable AlertState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(AlertState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "state",
                        "must be one of "
                                + Arrays.stream(AlertState.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
