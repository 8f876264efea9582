package org.vigil.incident.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigil.incident.CallMessage;
import org.vigil.incident.IncidentIntake;
import org.vigil.shared.api.ApiController;
import org.vigil.shared.api.BatchAnswer;
import org.vigil.shared.api.BatchBody;

/** {@code POST /api/v1/incidents}: calls from command and control. */
@ApiController
class IncidentController {

    private final IncidentIntake intake;

    IncidentController(IncidentIntake intake) {
        this.intake = intake;
    }

    @PostMapping("/incidents")
    @Operation(
            summary = "Takes in calls from command and control, up to 1,000 at a time",
            description = "The key is (source, reference); the same key twice in a batch applies in order. A message"
                    + " replaces what the feed said before and never what people put right; one whose changedAt is older"
                    + " than what is held is unchanged. Reasons also come with calls that were taken but are odd.",
            requestBody = @RequestBody(
                    required = true,
                    content = @Content(
                            mediaType = "application/json",
                            array = @ArraySchema(schema = @Schema(implementation = CallMessage.class), maxItems = 1000))))
    BatchAnswer takeIn(@Parameter(hidden = true) BatchBody body) {
        return new BatchAnswer(intake.takeIn(body.items(CallMessage.class, IncidentIntake.MOST_ITEMS)));
    }
}
