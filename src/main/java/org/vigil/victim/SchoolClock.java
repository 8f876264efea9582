package org.vigil.victim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.casework.CasesWritten;
import org.vigil.deadline.DeadlineChange;
import org.vigil.deadline.DeadlineService;
import org.vigil.victim.data.CaseGround;
import org.vigil.victim.data.VictimReads;
import org.vigil.victim.rules.SchoolNotice;

/** One clock for each case with children, until every one's school knows or need not. */
@Component
public class SchoolClock {

    private final CaseGround cases;
    private final VictimReads reads;
    private final DeadlineService deadlines;

    SchoolClock(CaseGround cases, VictimReads reads, DeadlineService deadlines) {
        this.cases = cases;
        this.reads = reads;
        this.deadlines = deadlines;
    }

    /** Cases were taken in or changed: they may name children, or others than before. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CasesWritten event) {
        follow(event.cases(), event.now());
    }

    /** Brings the clocks of these cases to where they belong; doing so again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Collection<Long> ids, Instant now) {
        var found = cases.all(ids);
        var children = reads.children(found);
        var changes = new ArrayList<DeadlineChange>();
        for (var of : found) {
            for (var change : SchoolNotice.changes(of, Objects.requireNonNull(children.get(of.id())), now)) {
                if (!(change instanceof DeadlineChange.Open open) || deadlines.problem(open).isEmpty()) {
                    changes.add(change);
                }
            }
        }
        deadlines.apply(changes, now);
    }
}
