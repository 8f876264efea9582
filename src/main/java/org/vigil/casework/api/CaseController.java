package org.vigil.casework.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigil.casework.CaseIntake;
import org.vigil.casework.CaseMessage;
import org.vigil.casework.CaseService;
import org.vigil.shared.api.ApiController;
import org.vigil.shared.api.ApiNotFoundException;
import org.vigil.shared.api.BatchAnswer;
import org.vigil.shared.api.BatchBody;

/** {@code POST /api/v1/cases}: cases from the crime system; {@code GET /api/v1/cases/{reference}}: one of them. */
@ApiController
class CaseController {

    private final CaseIntake intake;
    private final CaseService cases;

    CaseController(CaseIntake intake, CaseService cases) {
        this.intake = intake;
        this.cases = cases;
    }

    @GetMapping("/cases/{*reference}")
    @Operation(
            summary = "One case with its people, risk, suspects and what it lacks, as far as the account may see them",
            description = "Where several systems have a case of this reference it is the one that changed last; source names"
                    + " another. Nobody is named who is restricted, and nobody at all where somebody is sealed.")
    CaseAnswer one(@PathVariable String reference, @RequestParam(required = false) @Nullable String source) {
        var called = reference.startsWith("/") ? reference.substring(1) : reference;
        return cases.page(called, source, true)
                .map(CaseAnswer::of)
                .orElseThrow(() -> new ApiNotFoundException("case " + called));
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
