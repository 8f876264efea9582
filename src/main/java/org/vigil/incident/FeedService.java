package org.vigil.incident;

import java.util.List;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.incident.data.FeedQueries;
import org.vigil.incident.data.FeedStore;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Which systems send calls, and how long each may be silent before somebody is told. */
@Service
@Requires(Duty.ADMIN)
public class FeedService {

    /** A week: what is silent for longer was not waited for. */
    public static final int LONGEST_SILENCE = 7 * 24 * 60;

    private final FeedQueries feeds;
    private final FeedStore store;
    private final Transactions transactions;
    private final AuditLog audit;

    FeedService(FeedQueries feeds, FeedStore store, Transactions transactions, AuditLog audit) {
        this.feeds = feeds;
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
    }

    public List<Feed> all() {
        return feeds.all();
    }

    /** @param minutes 0 where nobody is to be told, as for a feed that is no longer used */
    public void setSilence(long id, int minutes) {
        if (minutes < 0 || minutes > LONGEST_SILENCE) {
            throw new InvalidInputException(
                    "minutes", "Give between 1 and " + LONGEST_SILENCE + " minutes, or 0 where nobody is to be told.");
        }
        transactions.run(() -> {
            var before = feeds.all().stream()
                    .filter(feed -> feed.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException("feed", "There is no such feed."));
            store.setSilence(id, minutes);
            audit.record(AuditNote.change(new SubjectRef(SubjectType.FEED, id, before.source()), "Limit of silence changed")
                    .withField("silentAfterMinutes", before.silentAfterMinutes(), minutes));
        });
    }
}
