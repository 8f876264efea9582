package org.vigil.deadline.api;

import java.util.List;
import org.springframework.stereotype.Service;
import org.vigil.deadline.ClockAnswer;
import org.vigil.deadline.ClockCalculator;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;

/** Who may ask for previews over the API. */
@Service
class DeadlineApi {

    private final ClockCalculator calculator;

    DeadlineApi(ClockCalculator calculator) {
        this.calculator = calculator;
    }

    @Requires({Duty.SUPERVISOR, Duty.CUSTODY, Duty.DVDS, Duty.FEED})
    public List<ClockAnswer> preview(List<ClockCalculator.Asked> asked) {
        return calculator.answers(asked);
    }
}
