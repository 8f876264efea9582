package org.vigil.deadline;

import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/** Which rules' deadlines a viewer sees: those whose work or alerts are his, and the calls' for who attends them. */
final class DeadlineReach {

    private static final Set<Duty> ATTEND_CALLS = Set.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS, Duty.LEADER);
    private static final Set<String> OF_CALLS = Set.of("CALL_ATTENDANCE", "CRIME_RECORDING");

    private DeadlineReach() {}

    static Set<String> rules(Catalogue catalogue, Viewer viewer) {
        return catalogue.rules().stream()
                .filter(rule -> viewer.isEngine() || sees(viewer, rule))
                .map(DeadlineRule::code)
                .collect(Collectors.toSet());
    }

    private static boolean sees(Viewer viewer, DeadlineRule rule) {
        return viewer.has(rule.ownerDuty())
                || OF_CALLS.contains(rule.code()) && viewer.hasAny(ATTEND_CALLS)
                || rule.rungs().stream()
                        .flatMap(rung -> rung.audience().stream())
                        .anyMatch(audience -> viewer.has(audience.duty()));
    }
}
