package org.vigil.incident.api;

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
    BatchAnswer takeIn(BatchBody body) {
        return new BatchAnswer(intake.takeIn(body.items(CallMessage.class, IncidentIntake.MOST_ITEMS)));
    }
}
