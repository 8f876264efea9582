package org.vigil.engine.jobs;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.security.EngineScope;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Alerts about the engine itself: one per job that fails, resolved by itself once the job runs again. */
@Component
class EngineAlerts {

    private static final String KIND = "ENGINE_JOB_FAILED";
    private static final SubjectRef ENGINE = new SubjectRef(SubjectType.ENGINE, 0, "Alert engine");

    private final AlertRaiser raiser;
    private final Transactions transactions;
    private final DatabaseClock clock;

    EngineAlerts(AlertRaiser raiser, Transactions transactions, DatabaseClock clock) {
        this.raiser = raiser;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Raises an alert for each job that fails and resolves those of the jobs that are well. */
    void settle(Map<String, String> failing, Collection<String> well) {
        EngineScope.run(() -> transactions.run(() -> {
            var now = clock.now();
            failing.forEach((job, problem) -> raiser.raiseByPolicy(KIND, ENGINE, key(job), problem, null, now));
            if (!well.isEmpty()) {
                raiser.resolve(well.stream().map(EngineAlerts::key).toList(), "The job runs again.", now);
            }
        }));
    }

    private static String key(String job) {
        return "ENGINE_JOB:" + job;
    }
}
