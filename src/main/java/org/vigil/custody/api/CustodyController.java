package org.vigil.custody.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigil.custody.CustodyMessage;
import org.vigil.custody.CustodyIntake;
import org.vigil.shared.api.ApiController;
import org.vigil.shared.api.BatchAnswer;
import org.vigil.shared.api.BatchBody;

/** {@code POST /api/v1/custody-events}: events from the custody system. */
@ApiController
class CustodyController {

    private final CustodyIntake intake;

    CustodyController(CustodyIntake intake) {
        this.intake = intake;
    }

    @PostMapping("/custody-events")
    @Operation(
            summary = "Takes in custody events, up to 1,000 at a time",
            description = "The key of a record is (source, reference); its events may come in any order and more than once."
                    + " An arrest, an arrival and an authorisation happen once: another time for one of them puts it right."
                    + " Reasons also come with events that were taken but are odd.",
            requestBody = @RequestBody(
                    required = true,
                    content = @Content(
                            mediaType = "application/json",
                            array = @ArraySchema(schema = @Schema(implementation = CustodyMessage.class), maxItems = 1000))))
    BatchAnswer takeIn(@Parameter(hidden = true) BatchBody body) {
        return new BatchAnswer(intake.takeIn(body.items(CustodyMessage.class, CustodyIntake.MOST_ITEMS)));
    }
}
