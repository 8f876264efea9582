package org.vigil.casework.jobs;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseAlerts;
import org.vigil.casework.data.CaseListQueries;
import org.vigil.casework.data.CasePolicyQueries;
import org.vigil.casework.data.CaseQueries;
import org.vigil.casework.rules.CaseHealth;
import org.vigil.db.Transactions;
import org.vigil.shared.jobs.JobCounts;

/** Calls somebody about high-risk cases whose time to have a lead officer has run out; it looks at state, not at firings. */
@Component
public class CaseWatch {

    private static final int MOST = 500;

    private final CaseListQueries lists;
    private final CaseQueries cases;
    private final CasePolicyQueries policies;
    private final CaseAlerts alerts;
    private final Transactions transactions;

    CaseWatch(
            CaseListQueries lists,
            CaseQueries cases,
            CasePolicyQueries policies,
            CaseAlerts alerts,
            Transactions transactions) {
        this.lists = lists;
        this.cases = cases;
        this.policies = policies;
        this.alerts = alerts;
        this.transactions = transactions;
    }

    /** Looks at every case as of an instant. */
    public JobCounts run(Instant now) {
        return transactions.call(() -> {
            var late = lists.unallocated(now, MOST);
            if (late.isEmpty()) {
                return JobCounts.NONE;
            }
            var policy = policies.all();
            var raised = 0;
            for (var file : cases.byIds(late)) {
                var by = CaseHealth.allocateBy(file, policy);
                if (by != null && !now.isBefore(by)) {
                    alerts.unallocated(file, by, now);
                    raised++;
                }
            }
            return new JobCounts(late.size(), raised, 0);
        });
    }
}
