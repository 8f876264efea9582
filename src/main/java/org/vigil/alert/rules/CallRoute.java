package org.vigil.alert.rules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vigil.shared.Duty;

/**
 * Whom an alert goes to when nobody of its audience is signed on: the specialist supervisor, then the senior leader. An
 * alert for administrators stays with them, since they see no case and others can't act on reference data.
 */
public final class CallRoute {

    private CallRoute() {}

    /** The duties to try, in order, after the duty that owns the alert. */
    public static List<Duty> after(Duty owner) {
        return switch (owner) {
            case ADMIN, LEADER -> List.of();
            case SUPERVISOR -> List.of(Duty.LEADER);
            case SPECIALIST, NPT, RESPONSE, DVDS, DECIDER, CALLS, CUSTODY, MARAC, COURT, AUTHOR, COMMISSIONER, ANALYST,
                    AUDITOR, FEED -> List.of(Duty.SUPERVISOR, Duty.LEADER);
        };
    }

    /** The duties to try, in order, when nobody of any of these duties is signed on. */
    public static List<Duty> afterAll(Collection<Duty> called) {
        return called.stream()
                .flatMap(duty -> after(duty).stream())
                .filter(duty -> !called.contains(duty))
                .distinct()
                .sorted()
                .toList();
    }

    /** The next duty up; empty at the top. */
    public static Optional<Duty> above(Duty duty) {
        return after(duty).stream().findFirst();
    }
}
