package org.vigil.engine.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.vigil.db.DatabaseClock;
import org.vigil.db.Transactions;
import org.vigil.engine.Heartbeat;
import org.vigil.engine.data.EngineStore;
import org.vigil.shared.Texts;

/**
 * Starts this node's scheduler once the node may check alerts, lets it stand by as soon as it may not, and starts it
 * again once that is mended. While the database does not answer nothing is known and nothing changes: Quartz waits for
 * the database by itself.
 */
@Component
class EngineGuard {

    private static final Logger LOG = LoggerFactory.getLogger(EngineGuard.class);
    private static final Duration NODE_FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final int LONGEST_PROBLEM = 255;

    private final NodeCheck check;
    private final Scheduler scheduler;
    private final Heartbeat heartbeat;
    private final EngineStore store;
    private final Transactions transactions;
    private final DatabaseClock clock;

    private @Nullable Instant startedAt;
    private List<String> lastProblems = List.of();
    private List<String> lastWarnings = List.of();

    EngineGuard(
            NodeCheck check,
            Scheduler scheduler,
            Heartbeat heartbeat,
            EngineStore store,
            Transactions transactions,
            DatabaseClock clock) {
        this.check = check;
        this.scheduler = scheduler;
        this.heartbeat = heartbeat;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One look; called by one thread only. */
    void look() throws SchedulerException {
        NodeCheck.Findings findings;
        try {
            findings = check.look();
        } catch (DataAccessException | TransactionException unknown) {
            LOG.warn("The database could not be judged: {}", unknown.getMessage());
            return;
        }
        say(findings);
        if (findings.problems().isEmpty()) {
            // Not isStarted(): Quartz goes on answering true to that while it stands by.
            if (scheduler.isInStandbyMode()) {
                scheduler.start();
                LOG.info("Checking alerts on node {}", scheduler.getSchedulerInstanceId());
            }
            heartbeat.standBy(null);
        } else {
            heartbeat.standBy(sentence(findings.problems()));
            if (!scheduler.isInStandbyMode()) {
                scheduler.standby();
            }
        }
        writeDown(findings.problems());
    }

    private void say(NodeCheck.Findings findings) {
        if (!findings.problems().equals(lastProblems)) {
            findings.problems().forEach(problem -> LOG.error("This node stands by and checks no alerts: {}", problem));
            if (findings.problems().isEmpty()) {
                LOG.info("What kept this node from checking alerts is mended");
            }
        }
        if (!findings.warnings().equals(lastWarnings)) {
            findings.warnings().forEach(LOG::warn);
        }
        lastProblems = findings.problems();
        lastWarnings = findings.warnings();
    }

    private void writeDown(List<String> problems) throws SchedulerException {
        var node = scheduler.getSchedulerInstanceId();
        var now = clock.now();
        if (startedAt == null) {
            startedAt = now;
        }
        var started = startedAt;
        transactions.run(() -> store.seen(
                node, started, now, problems.isEmpty() ? null : Texts.cut(sentence(problems), LONGEST_PROBLEM), now.minus(NODE_FORGOTTEN_AFTER)));
    }

    private static String sentence(List<String> problems) {
        return "This server does not check alerts. " + String.join(" ", problems);
    }
}
