package org.vigil.custody.rules;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyEvent;
import org.vigil.shared.UkTime;
import org.vigil.shared.api.ItemReason;

/** What a telling of an event does to those that are held of its record. */
public final class EventMerge {

    private EventMerge() {}

    /** What becomes of it. */
    public sealed interface Outcome {

        /** It was told before. */
        record Known() implements Outcome {}

        /** An officer said otherwise, and their word stays. */
        record KeptAsPutRight(ItemReason why) implements Outcome {}

        record Refused(ItemReason why) implements Outcome {}

        /** @param replaced the telling that it puts right, or null */
        record Added(@Nullable CustodyEvent replaced) implements Outcome {}
    }

    /** @param held all that was told of the record, replaced tellings included */
    public static Outcome of(Collection<CustodyEvent> held, CustodyEvent fresh, ClockTimes times) {
        // Also what was put right since: a batch that is sent again must not undo it.
        if (held.stream().anyMatch(event -> event.contentHash().equals(fresh.contentHash())
                && (event.current() || !fresh.byHand()))) {
            return new Outcome.Known();
        }
        var replaced = replaced(held, fresh);
        if (replaced.isPresent() && replaced.get().byHand() && !fresh.byHand()) {
            return new Outcome.KeptAsPutRight(new ItemReason(
                    "at", "was put right by an officer, " + UkTime.moment(replaced.get().at()) + ", which is kept"));
        }
        var others = held.stream()
                .filter(CustodyEvent::current)
                .filter(event -> replaced.isEmpty() || event != replaced.get())
                .toList();
        return EventRules.refusal(others, fresh, times)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Added(replaced.orElse(null)));
    }

    /** The same event in other words, or one that happens once at another time. */
    private static Optional<CustodyEvent> replaced(Collection<CustodyEvent> held, CustodyEvent fresh) {
        return held.stream()
                .filter(CustodyEvent::current)
                .filter(event -> event.kind() == fresh.kind())
                .filter(event -> fresh.kind().isOnce() || event.at().equals(fresh.at()))
                .findFirst();
    }
}
