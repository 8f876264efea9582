package org.vigil.deadline;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.data.CatalogueLock;
import org.vigil.deadline.data.DeadlineStore;
import org.vigil.deadline.data.ReplanStore;
import org.vigil.deadline.data.ReplanStore.Replan;
import org.vigil.deadline.rules.Deadline;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * Puts running deadlines under a new rule or calendar, a page in a transaction of its own, so that neither the sweep nor a
 * feed waits for a whole table. What is asked for stands in the database until it is done: a node that dies half way
 * leaves the rest to the next.
 */
@Component
public class Replanning {

    private static final int PAGE = 500;

    private final Transactions transactions;
    private final ReplanStore asked;
    private final CatalogueLock lock;
    private final Catalogues catalogues;
    private final DeadlineStore store;
    private final DeadlineWriter writer;
    private final AuditLog audit;

    Replanning(
            Transactions transactions,
            ReplanStore asked,
            CatalogueLock lock,
            Catalogues catalogues,
            DeadlineStore store,
            DeadlineWriter writer,
            AuditLog audit) {
        this.transactions = transactions;
        this.asked = asked;
        this.lock = lock;
        this.catalogues = catalogues;
        this.store = store;
        this.writer = writer;
        this.audit = audit;
    }

    /**
     * What a run did.
     *
     * @param finished how many requests were done with
     * @param changed how many deadlines got a new row
     */
    public record Done(int finished, int changed) {}

    /** Does what has begun by now, in no transaction of the caller's. */
    public Done run(Instant now) {
        return run(transactions.call(() -> asked.due(now)), now);
    }

    /** Does these. */
    Done run(Collection<Long> requests, Instant now) {
        var changed = 0;
        for (var id : requests) {
            Page page;
            do {
                page = transactions.call(() -> page(id, now));
                changed += page.changed();
            } while (!page.isLast());
        }
        return new Done(requests.size(), changed);
    }

    private record Page(int changed, boolean isLast) {}

    private Page page(long id, Instant now) {
        lock.keepStill();
        var found = asked.lock(id);
        if (found.isEmpty()) {
            return new Page(0, true);
        }
        var request = found.get();
        var catalogue = catalogues.current();
        // New rows get higher keys than those read so far; they are met again at the end and need no change then.
        var deadlines = store.lockOpen(request.rule(), request.afterId(), PAGE);
        var batch = new ChangeBatch(catalogue, now, request.by());
        var changed = 0;
        for (var deadline : deadlines) {
            changed += batch.replan(deadline, ruleOf(request, deadline, catalogue), request.reason()) ? 1 : 0;
        }
        writer.write(batch, now);
        var isLast = deadlines.size() < PAGE;
        var total = request.changed() + changed;
        asked.advance(
                id, deadlines.isEmpty() ? request.afterId() : deadlines.getLast().id(), total, isLast ? now : null);
        if (isLast && total > 0) {
            audit.record(note(request, total));
        }
        return new Page(changed, isLast);
    }

    private static DeadlineRule ruleOf(Replan request, Deadline deadline, Catalogue catalogue) {
        var own = catalogue.byId(deadline.ruleId());
        var wanted = request.ruleId() == null ? null : catalogue.byId(request.ruleId());
        return wanted != null && takesEffectOn(wanted, deadline.start().at(), request.alsoRunning()) ? wanted : own;
    }

    private static boolean takesEffectOn(DeadlineRule rule, Instant start, boolean alsoRunning) {
        return rule.isInForceAt(start) || alsoRunning && start.isBefore(rule.validFrom());
    }

    private static AuditNote note(Replan request, int changed) {
        @Nullable Long rule = request.ruleId();
        var subject = new SubjectRef(SubjectType.DEADLINE_RULE, rule == null ? 0 : rule, request.rule());
        return AuditNote.system(subject, request.reason() + ": " + changed + " running clocks of " + request.rule() + " changed");
    }
}
