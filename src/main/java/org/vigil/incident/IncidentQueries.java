package org.vigil.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import org.vigil.incident.data.CallListQueries;
import org.vigil.incident.data.GradePolicyQueries;
import org.vigil.incident.rules.GradePolicy;
import org.vigil.shared.Viewer;

/** Figures about calls for other modules' screens; nothing personal is in them, so nothing is logged. */
@Component
public class IncidentQueries {

    private static final Duration DAY = Duration.ofHours(24);

    private final CallListQueries lists;
    private final GradePolicyQueries policies;

    IncidentQueries(CallListQueries lists, GradePolicyQueries policies) {
        this.lists = lists;
        this.policies = policies;
    }

    /** Domestic abuse calls of the last 24 hours that were attended or are awaited past their target. */
    public LateCalls lateCalls(Viewer viewer, Instant now) {
        var found = lists.attendance(viewer, now.minus(DAY), now);
        var byGrade = new LinkedHashMap<String, Integer>();
        policies.all().at(now).grades().stream()
                .map(GradePolicy.Grade::name)
                .filter(grade -> found.containsKey(grade) && found.get(grade).late() > 0)
                .forEach(grade -> byGrade.put(grade, found.get(grade).late()));
        found.forEach((grade, measured) -> {
            if (measured.late() > 0) {
                byGrade.putIfAbsent(grade, measured.late());
            }
        });
        return new LateCalls(
                found.values().stream().mapToInt(CallListQueries.Measured::calls).sum(),
                found.values().stream().mapToInt(CallListQueries.Measured::late).sum(),
                byGrade);
    }
}
