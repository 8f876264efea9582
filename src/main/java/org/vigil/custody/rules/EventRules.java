package org.vigil.custody.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyStanding;
import org.vigil.shared.UkTime;
import org.vigil.shared.api.ItemReason;

/** What can't be: an event that contradicts what is held of its record, or the law, is refused with the reason. */
public final class EventRules {

    private EventRules() {}

    /**
     * Why an event can't be taken, or empty.
     *
     * @param held the record's events that count, without the one that the event puts right
     */
    public static Optional<ItemReason> refusal(Collection<CustodyEvent> held, CustodyEvent event, ClockTimes times) {
        return Stream.of(
                        order(held, event),
                        event.kind() == CustodyEventKind.ARRESTED ? hearing(event.details().orderHearingAt(), event.at()) : null,
                        bailDay(event),
                        switch (event.kind()) {
                            case RELEASE_DECIDED -> releaseDecided(event);
                            case EXTENDED -> extended(before(held, event, times), event);
                            case BAIL_EXTENDED -> bailExtended(before(held, event, times), event);
                            case VICTIM_TOLD -> victimTold(event);
                            default -> null;
                        })
                .filter(reason -> reason != null)
                .findFirst();
    }

    /** Where the record stood when the event happened, whatever is known of later; null where nothing is. */
    private static @Nullable CustodyStanding before(Collection<CustodyEvent> held, CustodyEvent event, ClockTimes times) {
        // Of the arrest everything is known at any time: a detention is counted from it.
        var earlier = held.stream()
                .filter(other -> other.kind().isOnce() || CustodyEvent.IN_TIME.compare(other, event) < 0)
                .toList();
        return earlier.isEmpty() ? null : StandingFold.of(earlier, times);
    }

    private static @Nullable ItemReason order(Collection<CustodyEvent> held, CustodyEvent event) {
        if (event.kind() == CustodyEventKind.ARRESTED) {
            return held.stream()
                    .filter(other -> other.kind().isAfterArrest() && other.kind() != CustodyEventKind.ARRESTED)
                    .filter(other -> other.at().isBefore(event.at()))
                    .min(CustodyEvent.IN_TIME)
                    .map(other -> new ItemReason(
                            "at", "the arrest is after “" + other.kind().label() + "” " + UkTime.moment(other.at())
                                    + ": check both times"))
                    .orElse(null);
        }
        return held.stream()
                .filter(other -> other.kind() == CustodyEventKind.ARRESTED)
                .filter(other -> event.kind().isAfterArrest() && event.at().isBefore(other.at()))
                .findFirst()
                .map(other -> new ItemReason(
                        "at", "is before the arrest " + UkTime.moment(other.at()) + ": check both times"))
                .orElse(null);
    }

    private static @Nullable ItemReason hearing(@Nullable Instant hearing, Instant arrest) {
        return hearing != null && hearing.isBefore(arrest)
                ? new ItemReason("orderHearingAt", "is before the arrest: check both times")
                : null;
    }

    private static @Nullable ItemReason bailDay(CustodyEvent event) {
        var until = event.details().bailEndsAt();
        if (until == null || until.isAfter(event.at())) {
            return null;
        }
        return new ItemReason(
                "bailEndsAt", "is not after " + (event.kind().isRelease() ? "the release" : "the decision") + " "
                        + UkTime.moment(event.at()) + ": bail can't end before it begins");
    }

    private static @Nullable ItemReason releaseDecided(CustodyEvent event) {
        var releaseAt = event.details().releaseAt();
        if (releaseAt == null) {
            return new ItemReason("releaseAt", "is required: the victim must be told before the release");
        }
        return releaseAt.isBefore(event.at())
                ? new ItemReason("releaseAt", "is before the decision: check both times")
                : null;
    }

    private static @Nullable ItemReason victimTold(CustodyEvent event) {
        var contact = event.details().victim();
        var isHalf = (contact.attempts() == null) != (contact.safeguarding() == null);
        return isHalf
                ? new ItemReason(
                        contact.attempts() == null ? "attempts" : "safeguarding",
                        "is required: where the victim could not be told, what was tried and what protects them")
                : null;
    }

    /** A superintendent may add up to 36, a court up to 96 hours after the relevant time (PACE ss.42 to 44). */
    private static @Nullable ItemReason extended(@Nullable CustodyStanding before, CustodyEvent event) {
        var by = DetentionTimes.authority(event);
        var said = event.details().detentionEndsAt();
        var held = before == null ? null : before.detention();
        if (by.compareTo(CustodyAuthority.SUPERINTENDENT) < 0) {
            return new ItemReason("rank", "only a superintendent or a court may extend a detention");
        }
        if (said == null && by != CustodyAuthority.SUPERINTENDENT) {
            return new ItemReason("detentionEndsAt", "is required: until when the court allowed it");
        }
        if (said != null && !said.isAfter(event.at())) {
            return new ItemReason("detentionEndsAt", "is not after the decision: check both times");
        }
        if (held == null) {
            return null;
        }
        var until = DetentionTimes.until(event, held.startedAt());
        if (held.end() != null && held.end().at().isBefore(event.at())) {
            return new ItemReason("at", "the detention was over: " + held.end().evidence());
        }
        var limit = DetentionTimes.limit(held.startedAt(), by);
        if (until.isAfter(limit)) {
            return new ItemReason(
                    "detentionEndsAt", "is later than " + by.label() + " may allow, which is " + UkTime.moment(limit));
        }
        if (held.endsAt() != null && !event.at().isBefore(held.endsAt())) {
            return new ItemReason(
                    "at", "is after the detention had ended " + UkTime.moment(held.endsAt())
                            + ": it can only be extended before, and the clock stays breached");
        }
        return held.endsAt() != null && !until.isAfter(held.endsAt())
                ? new ItemReason("detentionEndsAt", "is not after the end that holds now, " + UkTime.moment(held.endsAt()))
                : null;
    }

    /** Three months, then an inspector to six, a superintendent to nine, a designated case to twelve, then the court. */
    private static @Nullable ItemReason bailExtended(@Nullable CustodyStanding before, CustodyEvent event) {
        var by = event.details().authority();
        if (by == null) {
            return new ItemReason("rank", "is required: who extended the bail");
        }
        if (by == CustodyAuthority.COURT && event.details().bailEndsAt() == null) {
            return new ItemReason("bailEndsAt", "is required: the day that the court set");
        }
        var bail = before == null ? null : before.bail();
        if (bail == null) {
            return null;
        }
        if (bail.end() != null) {
            return new ItemReason("at", "the bail was over: " + bail.end().evidence());
        }
        if (bail.lawEndsAt() != null && !event.at().isBefore(bail.lawEndsAt())) {
            return new ItemReason(
                    "at", "is after the bail had ended " + UkTime.moment(bail.lawEndsAt())
                            + ": it can only be extended before, and the clock stays breached");
        }
        var least = BailSteps.leastAfter(bail.steps().getLast().rule());
        return by.compareTo(least) < 0
                ? new ItemReason("rank", "only " + least.label() + " or above may extend the bail at this stage")
                : null;
    }

    /** Odd, but kept: reasons that are told to the sender with what was taken. */
    public static List<ItemReason> doubts(CustodyEvent event, CustodyStanding after) {
        var doubts = new ArrayList<ItemReason>();
        after.doubts().forEach(doubt -> doubts.add(new ItemReason("event", doubt)));
        var bail = after.bail();
        if (bail == null && isOfBail(event.kind())) {
            doubts.add(new ItemReason("event", "no bail is known yet: it is kept, and counts once the release is told"));
        }
        if (event.kind() == CustodyEventKind.VICTIM_TOLD && after.victim().isDue()) {
            doubts.add(new ItemReason(
                    "conditionsIncluded", "the conditions were not told: the clock runs on until the victim knows them"));
        }
        var end = event.details().bailEndsAt();
        if (end != null && bail != null && bail.lawEndsAt() != null && end.isAfter(bail.lawEndsAt())) {
            doubts.add(new ItemReason(
                    "bailEndsAt", "is after the end that the law sets, " + UkTime.moment(bail.lawEndsAt())
                            + ": the clock ends then"));
        }
        return doubts;
    }

    private static boolean isOfBail(CustodyEventKind kind) {
        return kind == CustodyEventKind.BAIL_EXTENDED || kind == CustodyEventKind.BAIL_CONDITIONS_CHANGED;
    }
}
