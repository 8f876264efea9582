package org.vigil.person;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.RaiseAlert;
import org.vigil.db.Transactions;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.jobs.JobCounts;

/**
 * Makes people of the parties of records, those taken long ago as well as those of this minute. A record is due while its
 * people were not taken from its present version, so nothing hangs on a run that was missed.
 */
public final class PeopleOfRecords {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleOfRecords.class);

    /** The engine's own alert about something that it could not do. */
    public static final String KIND = "ENGINE_ITEM_FAILED";

    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 40;

    private final RecordsDue due;
    private final PersonIntake people;
    private final AlertRaiser alerts;
    private final Transactions transactions;

    /** @param due of which records */
    public PeopleOfRecords(RecordsDue due, PersonIntake people, AlertRaiser alerts, Transactions transactions) {
        this.due = due;
        this.people = people;
        this.alerts = alerts;
        this.transactions = transactions;
    }

    /** Takes what is due, in batches, each in a transaction or, where that fails, record by record; what fails waits. */
    public JobCounts run(Instant now) {
        var total = JobCounts.NONE;
        var before = Long.MAX_VALUE;
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var ids = due.next(before, BATCH, now);
            if (ids.isEmpty()) {
                break;
            }
            var done = together(ids, now);
            total = new JobCounts(
                    total.examined() + done.examined(), total.raised() + done.raised(), total.failed() + done.failed());
            if (ids.size() < BATCH) {
                // What came meanwhile is the next run's: a run that went on with it would end with the feed's quiet alone.
                break;
            }
            before = ids.getLast();
        }
        return total;
    }

    private JobCounts together(List<Long> ids, Instant now) {
        try {
            return transactions.call(() -> take(due.lock(ids), now));
        } catch (RuntimeException problem) {
            LOG.warn("The people of a batch of records could not be taken as one; trying one by one", problem);
            return oneByOne(ids, now);
        }
    }

    private JobCounts oneByOne(List<Long> ids, Instant now) {
        var raised = 0;
        var failed = 0;
        for (var id : ids) {
            try {
                raised += transactions.call(() -> take(due.lock(List.of(id)), now)).raised();
            } catch (RuntimeException problem) {
                LOG.error("The people of {} could not be taken; it is tried again later", words(due.subject(id)), problem);
                failed++;
                note(id, problem, now);
            }
        }
        return new JobCounts(ids.size(), raised, failed);
    }

    /** The alert apart from the note: were it the trouble itself, the record would come again at once. */
    private void note(long id, RuntimeException problem, Instant now) {
        try {
            if (transactions.call(() -> due.failed(id, now)) >= RecordsDue.SOON) {
                transactions.run(() -> alerts.raise(List.of(alert(id, problem, now)), now));
            }
        } catch (RuntimeException untold) {
            LOG.error("That the people of record {} could not be taken could not be noted", id, untold);
        }
    }

    /** An administrator is told, who sees none of it: its key, and nothing of whom it is about. */
    private RaiseAlert alert(long id, RuntimeException problem, Instant now) {
        var subject = due.subject(id);
        var detail = "The people named in " + words(subject) + " could not be taken and are not in the search yet; it is tried"
                + " again each hour: " + problem.getClass().getSimpleName();
        var policy = alerts.byPolicy(KIND, subject, key(subject), detail, null, now);
        return new RaiseAlert(
                policy.kind(), policy.dedupKey(), policy.severity(), policy.subject(),
                "People of a " + subject.type().label().toLowerCase(Locale.UK) + " not taken", policy.detail(),
                policy.areaId(), policy.dueAt(), policy.audience(), policy.rung(), policy.staleAfterMinutes(),
                policy.escalateAfterMinutes(), policy.escalateTo());
    }

    private static String words(SubjectRef subject) {
        return subject.type().label().toLowerCase(Locale.UK) + " " + subject.id();
    }

    private static String key(SubjectRef subject) {
        return KIND + ":" + subject.type() + ":" + subject.id();
    }

    private JobCounts take(List<RecordsDue.DueRecord> records, Instant now) {
        if (records.isEmpty()) {
            return JobCounts.NONE;
        }
        var counts = people.link(
                records.stream()
                        .map(record -> new PersonIntake.PartiesOf(record.subject(), record.parties()))
                        .toList(),
                now);
        due.done(records, now);
        var mended = records.stream()
                .filter(record -> record.attempts() >= RecordsDue.SOON)
                .map(record -> key(record.subject()))
                .toList();
        if (!mended.isEmpty()) {
            alerts.resolve(mended, "The people were taken after all.", now);
        }
        return new JobCounts(records.size(), counts.created() + counts.joined(), 0);
    }
}
