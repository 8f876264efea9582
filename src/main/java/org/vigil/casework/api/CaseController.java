package org.vigil.casework.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigil.casework.CaseIntake;
import org.vigil.casework.CaseMessage;
import org.vigil.shared.api.ApiController;
import org.vigil.shared.api.BatchAnswer;
import org.vigil.shared.api.BatchBody;

/** {@code POST /api/v1/cases}: cases from the crime system. */
@ApiController
class CaseController {

    private final CaseIntake intake;

    CaseController(CaseIntake intake) {
        this.intake = intake;
    }

    @PostMapping("/cases")
    @Operation(
            summary = "Takes in cases from the crime system, up to 1,000 at a time",
            description = "The key is (source, reference); the same key twice in a batch applies in order. A message"
                    + " replaces what the feed said before and never what people entered here; one whose changedAt is older"
                    + " than what is held is unchanged. Of several statuses of a suspect the one that began last stands. A"
                    + " charge in a case that is closed opens it again. Reasons also come with cases that were taken but are"
                    + " odd.",
            requestBody = @RequestBody(
                    required = true,
                    content = @Content(
                            mediaType = "application/json",
                            array = @ArraySchema(schema = @Schema(implementation = CaseMessage.class), maxItems = 1000))))
    BatchAnswer takeIn(@Parameter(hidden = true) BatchBody body) {
        return new BatchAnswer(intake.takeIn(body.items(CaseMessage.class, CaseIntake.MOST_ITEMS)));
    }
}
