package org.vigil.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigil.incident.data.CallListQueries;
import org.vigil.incident.data.GradePolicyQueries;
import org.vigil.incident.rules.GradePolicy;
import org.vigil.shared.Viewer;

/** What other modules' screens show of calls; a screen that shows rows writes to the audit log itself. */
@Component
public class IncidentQueries {

    private static final Duration DAY = Duration.ofHours(24);

    private final CallListQueries lists;
    private final GradePolicyQueries policies;

    IncidentQueries(CallListQueries lists, GradePolicyQueries policies) {
        this.lists = lists;
        this.policies = policies;
    }

    /** Whether any call was ever taken in. */
    public boolean areThereAny() {
        return lists.areThereAny();
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

    /**
     * Domestic abuse calls received since an instant, newest first; the screen that shows them writes to the audit log.
     *
     * @param limit how many rows are wanted; the count is of all
     */
    public NewCalls newCalls(Viewer viewer, Instant since, int limit) {
        return new NewCalls(
                lists.countReceivedSince(viewer, since),
                limit == 0 ? List.of() : lists.receivedSince(viewer, since, limit));
    }

    /** How many calls are new, and the newest of them. */
    public record NewCalls(int count, List<CallRow> newest) {

        public NewCalls {
            newest = List.copyOf(newest);
        }
    }
}
