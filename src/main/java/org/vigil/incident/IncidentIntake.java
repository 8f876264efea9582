package org.vigil.incident;

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
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.vigil.db.Transactions;
import org.vigil.incident.data.FeedStore;
import org.vigil.incident.data.GradePolicyQueries;
import org.vigil.incident.rules.GradePolicies;
import org.vigil.incident.rules.MessageCheck;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Requires;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ApiJson;
import org.vigil.shared.api.BatchItem;
import org.vigil.shared.api.ItemReason;
import org.vigil.shared.api.ItemResult;

/**
 * Takes calls in from command and control: what is good is kept, what is not is answered with a reason, and the same
 * batch can be sent again without doubling anything.
 */
@Service
public class IncidentIntake {

    /** How many calls one batch may hold. */
    public static final int MOST_ITEMS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(IncidentIntake.class);

    private final CallBook book;
    private final FeedStore feeds;
    private final GradePolicyQueries policyQueries;
    private final Transactions transactions;
    private final CurrentViewer viewers;
    private final ApiJson json;
    private final Clock clock;

    IncidentIntake(
            CallBook book,
            FeedStore feeds,
            GradePolicyQueries policyQueries,
            Transactions transactions,
            CurrentViewer viewers,
            ApiJson json,
            Clock clock) {
        this.book = book;
        this.feeds = feeds;
        this.policyQueries = policyQueries;
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
    public List<ItemResult> takeInAll(List<CallMessage> messages) {
        var items = new ArrayList<BatchItem<CallMessage>>();
        messages.forEach(message -> items.add(new BatchItem<>(items.size(), message.reference(), message, List.of())));
        return takeIn(items);
    }

    /**
     * Takes in a batch, in one transaction or, where that fails, item by item.
     *
     * @return one result per item, in the order sent
     */
    @Requires(Duty.FEED)
    public List<ItemResult> takeIn(List<BatchItem<CallMessage>> items) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var policies = policyQueries.all();
        var grades = policies.names();
        var results = new ArrayList<ItemResult>();
        var ready = new ArrayList<CallBook.Ready>();
        for (var item : items) {
            if (item.value() == null) {
                results.add(ItemResult.rejected(item.index(), item.reference(), item.reasons()));
                continue;
            }
            var checked = MessageCheck.of(item.value(), now, grades);
            if (checked.clean() == null) {
                results.add(ItemResult.rejected(item.index(), item.reference(), checked.errors()));
            } else {
                ready.add(ready(item.index(), checked.clean(), checked.doubts()));
            }
        }
        results.addAll(store(ready, policies, now));
        heard(ready, now);
        results.sort(Comparator.comparingInt(ItemResult::index));
        return results;
    }

    private CallBook.Ready ready(int index, CallMessage message, List<ItemReason> doubts) {
        var key = new CallKey(
                Objects.requireNonNull(message.source()), Objects.requireNonNull(message.reference()));
        return new CallBook.Ready(index, message, key, hash(message), doubts);
    }

    private List<ItemResult> store(List<CallBook.Ready> ready, GradePolicies policies, Instant now) {
        if (ready.isEmpty()) {
            return List.of();
        }
        var viewer = viewers.get();
        try {
            return transactions.call(() -> book.write(ready, policies, viewer, now));
        } catch (RuntimeException problem) {
            if (isDatabaseGone(problem)) {
                throw problem;
            }
            LOG.warn("A batch of {} calls could not be stored as one; trying one by one", ready.size(), problem);
            return ready.stream().map(one -> storeAlone(one, policies, viewer, now)).toList();
        }
    }

    private ItemResult storeAlone(CallBook.Ready one, GradePolicies policies, Viewer viewer, Instant now) {
        try {
            return transactions
                    .call(() -> book.write(List.of(one), policies, viewer, now))
                    .getFirst();
        } catch (RuntimeException problem) {
            if (isDatabaseGone(problem)) {
                throw problem;
            }
            var logged = UUID.randomUUID().toString();
            LOG.error("Call {} of {} could not be stored, {}", one.key().reference(), one.key().source(), logged, problem);
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

    private void heard(List<CallBook.Ready> ready, Instant now) {
        var sources = ready.stream().map(one -> one.key().source()).collect(Collectors.toSet());
        if (!sources.isEmpty()) {
            transactions.run(() -> feeds.heard(sources, now));
        }
    }

    /** Of all that a message says but when it was sent: the same content has the same hash. */
    private String hash(CallMessage message) {
        try {
            var content = json.bytes(message.withoutChangedAt());
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
