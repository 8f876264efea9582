package org.vigil.incident.jobs;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.db.Transactions;
import org.vigil.incident.data.FeedStore;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.jobs.JobCounts;

/** Raises an alert about a feed that was not heard for longer than its limit, and closes it when it is heard again. */
@Component
public class FeedWatch {

    public static final String KIND = "FEED_SILENT";

    private final FeedStore feeds;
    private final AlertRaiser alerts;
    private final Transactions transactions;

    FeedWatch(FeedStore feeds, AlertRaiser alerts, Transactions transactions) {
        this.feeds = feeds;
        this.alerts = alerts;
        this.transactions = transactions;
    }

    /** Looks at every feed as of an instant. */
    public JobCounts run(Instant now) {
        return transactions.call(() -> {
            var back = feeds.heardAgain(now);
            back.forEach(feed -> alerts.resolve(List.of(key(feed)), "Heard again " + UkTime.moment(feed.lastHeardAt()), now));
            // Each run, and not only when it falls silent: while it is silent its alert must not stay closed.
            var silent = feeds.silent(now);
            silent.forEach(feed -> alerts.raiseByPolicy(KIND, subject(feed), key(feed), detail(feed), null, now));
            return new JobCounts(back.size() + silent.size(), silent.size(), 0);
        });
    }

    private static String detail(FeedStore.Feed feed) {
        return "Nothing from " + feed.source() + " since " + UkTime.moment(feed.lastHeardAt()) + "; it should be heard at"
                + " least every " + feed.silentAfterMinutes() + " minutes. New calls may be missing from the console:"
                + " ask the control room's systems desk.";
    }

    private static SubjectRef subject(FeedStore.Feed feed) {
        return new SubjectRef(SubjectType.FEED, feed.id(), feed.source());
    }

    private static String key(FeedStore.Feed feed) {
        return KIND + ":" + SubjectType.FEED + ":" + feed.id();
    }
}
