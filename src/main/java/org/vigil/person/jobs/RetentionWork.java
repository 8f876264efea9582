package org.vigil.person.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.db.Transactions;
import org.vigil.person.PersonReviews;
import org.vigil.person.data.RetentionStore;
import org.vigil.person.data.RetentionStore.Due;
import org.vigil.person.data.ScheduleReads;
import org.vigil.shared.UkTime;
import org.vigil.shared.jobs.JobCounts;

/**
 * Works out group and next review of everybody of whom something changed since it was last done, of those who were never
 * worked out, and of all after the schedule changed. It goes by what stands in the tables: a run that was missed, or ended
 * early, is made up for by the next.
 */
@Component
public class RetentionWork {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionWork.class);

    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 5_000;

    private final RetentionStore store;
    private final ScheduleReads schedules;
    private final PersonReviews reviews;
    private final Transactions transactions;

    RetentionWork(RetentionStore store, ScheduleReads schedules, PersonReviews reviews, Transactions transactions) {
        this.store = store;
        this.schedules = schedules;
        this.reviews = reviews;
        this.transactions = transactions;
    }

    /** Works through what is due, in batches, each in a transaction or, where that fails, record by record. */
    public JobCounts run(Instant now) {
        var examined = 0;
        var failed = new ArrayList<Long>();
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var done = next(now, failed, BATCH);
            examined += done;
            if (done == 0) {
                break;
            }
        }
        return new JobCounts(examined, 0, failed.size());
    }

    private int next(Instant now, List<Long> failed, int limit) {
        var seen = new ArrayList<Due>();
        try {
            return transactions.call(() -> {
                seen.clear();
                seen.addAll(store.lockDue(schedules.changedOn(UkTime.localDay(now)), failed, limit));
                work(seen, now);
                return seen.size();
            });
        } catch (RuntimeException problem) {
            if (seen.size() > 1) {
                LOG.warn("The reviews of {} records could not be worked out as one; trying one by one", seen.size(), problem);
                var done = 0;
                for (var each = 0; each < seen.size(); each++) {
                    done += next(now, failed, 1);
                }
                return done;
            }
            LOG.error("The review of a record could not be worked out; it is tried again by the next run", problem);
            seen.forEach(due -> failed.add(due.id()));
            return seen.size();
        }
    }

    private void work(List<Due> due, Instant now) {
        store.passOver(due.stream().map(Due::id).toList(), UkTime.localDay(now));
        reviews.work(
                due.stream().filter(each -> !each.erased()).map(Due::survivor).distinct().toList(), now);
    }
}
