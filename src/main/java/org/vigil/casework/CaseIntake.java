package org.vigil.casework;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.vigil.db.Transactions;
import org.vigil.casework.rules.CaseCheck;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ApiJson;
import org.vigil.shared.api.BatchItem;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.ItemResult;

/**
 * Takes cases in from the crime system: what is good is kept, what is not is answered with a reason, and the same
 * batch can be sent again without doubling anything.
 */
@Service
public class CaseIntake {

    /** How many cases one batch may hold. */
    public static final int MOST_ITEMS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(CaseIntake.class);

    private final CaseBook book;
    private final Transactions transactions;
    private final CurrentViewer viewers;
    private final ApiJson json;
    private final Clock clock;

    CaseIntake(CaseBook book, Transactions transactions, CurrentViewer viewers, ApiJson json, Clock clock) {
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
    public List<ItemResult> takeInAll(List<CaseMessage> messages) {
        var items = new ArrayList<BatchItem<CaseMessage>>();
        messages.forEach(message -> items.add(new BatchItem<>(items.size(), message.reference(), message, List.of())));
        return takeIn(items);
    }

    /**
     * Takes in a batch, in one transaction or, where that fails, item by item.
     *
     * @return one result per item, in the order sent
     */
    @Requires(Duty.FEED)
    public List<ItemResult> takeIn(List<BatchItem<CaseMessage>> items) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var results = new ArrayList<ItemResult>();
        var ready = new ArrayList<CaseBook.Ready>();
        for (var item : items) {
            if (item.value() == null) {
                results.add(ItemResult.rejected(item.index(), item.reference(), item.reasons()));
                continue;
            }
            var checked = CaseCheck.of(item.value(), now);
            if (checked.clean() == null) {
                results.add(ItemResult.rejected(item.index(), item.reference(), checked.errors()));
            } else {
                ready.add(ready(item.index(), checked.clean(), checked.doubts()));
            }
        }
        results.addAll(store(ready, now));
        results.sort(Comparator.comparingInt(ItemResult::index));
        return results;
    }

    private CaseBook.Ready ready(int index, CaseMessage message, List<ItemReason> doubts) {
        var key = new CaseKey(
                Objects.requireNonNull(message.source()), Objects.requireNonNull(message.reference()));
        return new CaseBook.Ready(index, message, key, hash(message), doubts);
    }

    private List<ItemResult> store(List<CaseBook.Ready> ready, Instant now) {
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
            LOG.warn("A batch of {} cases could not be stored as one; trying one by one", ready.size(), problem);
            return ready.stream().map(one -> storeAlone(one, viewer, now)).toList();
        }
    }

    private ItemResult storeAlone(CaseBook.Ready one, Viewer viewer, Instant now) {
        try {
            return transactions
                    .call(() -> book.write(List.of(one), viewer, now))
                    .getFirst();
        } catch (RuntimeException problem) {
            if (isDatabaseGone(problem)) {
                throw problem;
            }
            var logged = UUID.randomUUID().toString();
            LOG.error("Case {} of {} could not be stored, {}", one.key().reference(), one.key().source(), logged, problem);
            var reason = new ItemReason("", "could not be stored; the console's log says why under " + logged);
            return ItemResult.rejected(one.index(), one.key().reference(), List.of(reason));
        }
    }

    /** Then no item is to blame, and the sender must send the whole batch again. */
    private static boolean isDatabaseGone(RuntimeException problem) {
        return problem instanceof DataAccessResourceFailureException
                || problem instanceof RecoverableDataAccessException
                || problem instanceof CannotCreateTransactionException;
    }

    /** Of all that a message says but when it was sent: the same content has the same hash. */
    private String hash(CaseMessage message) {
        try {
            var content = json.bytes(message.withoutChangedAt());
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
