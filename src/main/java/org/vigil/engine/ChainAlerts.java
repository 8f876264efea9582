package org.vigil.engine;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.audit.ChainBroken;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.security.EngineScope;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Raises the alert for an audit log that does not verify; the audit module can't, since alerts are audited themselves. */
@Component
class ChainAlerts {

    private static final String KIND = "AUDIT_CHAIN_BROKEN";
    private static final SubjectRef AUDIT_LOG = new SubjectRef(SubjectType.AUDIT, 0, "Audit log");

    private final AlertRaiser raiser;
    private final Transactions transactions;
    private final DatabaseClock clock;

    ChainAlerts(AlertRaiser raiser, Transactions transactions, DatabaseClock clock) {
        this.raiser = raiser;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void raise(ChainBroken broken) {
        EngineScope.run(() -> transactions.run(() ->
                raiser.raiseByPolicy(KIND, AUDIT_LOG, "AUDIT_CHAIN", broken.problem(), null, clock.now())));
    }
}
