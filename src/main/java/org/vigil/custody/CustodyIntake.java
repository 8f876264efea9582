package org.vigil.custody;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.vigil.custody.rules.MessageCheck;
import org.vigil.db.Transactions;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ApiJson;
import org.vigil.shared.api.BatchItem;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.ItemResult;

/**
 * Takes events in from the custody system, in any order: what is good is kept, what is not is answered with a reason, and
 * the same batch can be sent again without doubling anything.
 */
@Service
public class CustodyIntake {

    /** How many events one batch may hold. */
    public static final int MOST_ITEMS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(CustodyIntake.class);

    private final CustodyBook book;
    private final Transactions transactions;
    private final CurrentViewer viewers;
    private final ApiJson json;
    private final Clock clock;

    CustodyIntake(CustodyBook book, Transactions transactions, CurrentViewer viewers, ApiJson json, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.viewers = viewers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes in messages that were made here and not sent: each is an item of a batch.
     *
     * @return one result per message, in order
     */
    @Requires(Duty.FEED)
    public List<ItemResult> takeInAll(List<CustodyMessage> messages) {
        var items = new ArrayList<BatchItem<CustodyMessage>>();
        messages.forEach(message -> items.add(new BatchItem<>(items.size(), message.reference(), message, List.of())));
        return takeIn(items);
    }

    /**
     * Takes in a batch, in one transaction or, where that fails, item by item.
     *
     * @return one result per item, in the order sent
     */
    @Requires(Duty.FEED)
    public List<ItemResult> takeIn(List<BatchItem<CustodyMessage>> items) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var results = new ArrayList<ItemResult>();
        var ready = new ArrayList<CustodyBook.Ready>();
        for (var item : items) {
            if (item.value() == null) {
                results.add(ItemResult.rejected(item.index(), item.reference(), item.reasons()));
                continue;
            }
            var checked = MessageCheck.of(item.value(), now);
            if (checked.clean() == null) {
                results.add(ItemResult.rejected(item.index(), item.reference(), checked.errors()));
            } else {
                var entry = checked.clean();
                ready.add(new CustodyBook.Ready(
                        item.index(), entry, hash(entry), entry.key().source(), false, checked.doubts()));
            }
        }
        results.addAll(store(ready, now));
        results.sort(Comparator.comparingInt(ItemResult::index));
        return results;
    }

    private List<ItemResult> store(List<CustodyBook.Ready> ready, Instant now) {
        if (ready.isEmpty()) {
            return List.of();
        }
        var viewer = viewers.get();
        try {
            return transactions.call(() -> book.write(ready, viewer, now));
        } catch (RuntimeException problem) {
            if (isDatabaseGone(problem)) {
                throw problem;
            }
            LOG.warn("A batch of {} custody events could not be stored as one; trying one by one", ready.size(), problem);
            return ready.stream().map(one -> storeAlone(one, viewer, now)).toList();
        }
    }

    private ItemResult storeAlone(CustodyBook.Ready one, Viewer viewer, Instant now) {
        var key = one.entry().key();
        try {
            return transactions.call(() -> book.write(List.of(one), viewer, now)).getFirst();
        } catch (InvalidInputException refused) {
            return ItemResult.rejected(
                    one.index(), key.reference(), List.of(new ItemReason(refused.field(), refused.getMessage())));
        } catch (RuntimeException problem) {
            if (isDatabaseGone(problem)) {
                throw problem;
            }
            var logged = UUID.randomUUID().toString();
            LOG.error("An event of {} of {} could not be stored, {}", key.reference(), key.source(), logged, problem);
            var reason = new ItemReason("", "could not be stored; the console's log says why under " + logged);
            return ItemResult.rejected(one.index(), key.reference(), List.of(reason));
        }
    }

    /** Then no item is to blame, and the sender must send the whole batch again. */
    private static boolean isDatabaseGone(RuntimeException problem) {
        return problem instanceof DataAccessResourceFailureException
                || problem instanceof RecoverableDataAccessException
                || problem instanceof CannotCreateTransactionException;
    }

    /** Of all that an event says: the same telling has the same hash. */
    String hash(CustodyEntry entry) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.bytes(entry)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
