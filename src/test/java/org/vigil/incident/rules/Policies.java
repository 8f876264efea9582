package org.vigil.incident.rules;

import java.time.Instant;
import java.util.List;
import org.vigil.incident.ClockStart;

/** Grade policies to decide by. */
final class Policies {

    static final GradePolicy SHIPPED = policy(
            new GradePolicy.Grade(1, "IMMEDIATE", 15, 20, ClockStart.RECEIVED),
            new GradePolicy.Grade(2, "PRIORITY", 60, 60, ClockStart.CREATED),
            new GradePolicy.Grade(3, "SCHEDULED", 2880, 2880, ClockStart.GRADED),
            new GradePolicy.Grade(4, "RESOLUTION", null, null, ClockStart.RECEIVED));

    /** The older page of a force whose emergency target counts from dispatch. */
    static final GradePolicy FROM_DISPATCH =
            policy(new GradePolicy.Grade(1, "IMMEDIATE", 15, 15, ClockStart.DISPATCHED));

    private Policies() {}

    private static GradePolicy policy(GradePolicy.Grade... grades) {
        return new GradePolicy(1, "Test", "Test", Instant.EPOCH, null, List.of(grades));
    }
}
