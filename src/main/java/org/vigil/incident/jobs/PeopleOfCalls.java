package org.vigil.incident.jobs;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.db.Transactions;
import org.vigil.incident.data.PeopleDue;
import org.vigil.person.PersonIntake;
import org.vigil.shared.jobs.JobCounts;

/**
 * Makes people of the parties of calls, those taken long ago as well as those of this minute. A call is due while its
 * people were not taken from its present version, so nothing hangs on a run that was missed.
 */
@Component
public class PeopleOfCalls {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleOfCalls.class);

    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 40;

    private final PeopleDue due;
    private final PersonIntake people;
    private final Transactions transactions;

    PeopleOfCalls(PeopleDue due, PersonIntake people, Transactions transactions) {
        this.due = due;
        this.people = people;
        this.transactions = transactions;
    }

    /** Takes what is due, in batches, each in a transaction or, where that fails, call by call. */
    public JobCounts run(Instant now) {
        var total = JobCounts.NONE;
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var done = next(now);
            total = new JobCounts(
                    total.examined() + done.examined(), total.raised() + done.raised(), total.failed() + done.failed());
            if (done.examined() < BATCH) {
                break;
            }
        }
        return total;
    }

    private JobCounts next(Instant now) {
        try {
            return transactions.call(() -> take(due.lockNext(BATCH, List.of()), now));
        } catch (RuntimeException problem) {
            LOG.warn("The people of a batch of calls could not be taken as one; trying one by one", problem);
            return oneByOne(now);
        }
    }

    private JobCounts oneByOne(Instant now) {
        var examined = 0;
        var raised = 0;
        var failed = new java.util.ArrayList<Long>();
        for (var id : due.next(BATCH)) {
            examined++;
            try {
                raised += transactions
                        .call(() -> take(due.lock(id), now))
                        .raised();
            } catch (RuntimeException problem) {
                LOG.error("The people of call {} could not be taken; it is tried again", id, problem);
                failed.add(id);
            }
        }
        // What fails stays due; were it examined at once again, the run would never end.
        return new JobCounts(failed.isEmpty() ? examined : Math.min(examined, BATCH - 1), raised, failed.size());
    }

    private JobCounts take(List<PeopleDue.DueCall> calls, Instant now) {
        if (calls.isEmpty()) {
            return JobCounts.NONE;
        }
        var counts = people.link(
                calls.stream()
                        .map(call -> new PersonIntake.PartiesOf(call.subject(), call.parties()))
                        .toList(),
                now);
        due.done(calls);
        return new JobCounts(calls.size(), counts.created() + counts.joined(), 0);
    }
}
