package org.vigil.casework.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.ActionKind;
import org.vigil.casework.Case;
import org.vigil.casework.CaseAction;
import org.vigil.casework.Closing;
import org.vigil.casework.Suspect;
import org.vigil.shared.UkTime;

/**
 * Whether a case is closed: as its source says, as an officer said here, and open again once a charge becomes known. Source: a charge needs a case that somebody works on.
 */
public final class CaseClosings {

    private CaseClosings() {}

    /**
     * The case once its source told whether it is closed.
     *
     * @param held as it was before, null where it is new
     * @param file as it is now, with the closing that was held
     */
    static Case told(
            @Nullable Case held, Case file, @Nullable Instant closedAt, @Nullable String outcome, Instant now) {
        var was = file.closing();
        if (isClosedByHand(file)) {
            return openedByCharge(held, file, now);
        }
        if (closedAt == null) {
            return was.closedAt() == null
                    ? file.closing(new Closing(null, outcome, was.reopenedAt()))
                    : file.closing(new Closing(null, outcome, now))
                            .withAction(CaseAction.byItself(
                                    ActionKind.REOPENED, null, file.source() + " says that it is open.", null, file.source(), now));
        }
        if (was.reopenedAt() != null && !closedAt.isAfter(was.reopenedAt())) {
            return file;
        }
        var closed = file.closing(new Closing(closedAt, outcome, was.reopenedAt()));
        var noted = was.closedAt() != null
                ? closed
                : closed.withAction(CaseAction.byItself(
                        ActionKind.CLOSED, null, outcome == null ? "Closed by its source." : outcome, null, file.source(), now));
        return openedByCharge(held, noted, now);
    }

    /**
     * Opens a case again of which a charge becomes known once it is closed.
     *
     * @param held as it was before what is told now; null where it is new
     */
    public static Case openedByCharge(@Nullable Case held, Case file, Instant now) {
        var closedAt = file.closing().closedAt();
        if (closedAt == null) {
            return file;
        }
        return chargedAfter(held, file, closedAt)
                .map(suspect -> file.closing(new Closing(null, file.closing().outcome(), now))
                        .withAction(CaseAction.byItself(
                                ActionKind.REOPENED,
                                CaseAction.CHARGED,
                                "A suspect was " + suspect.status().label().toLowerCase(java.util.Locale.UK) + " on "
                                        + UkTime.moment(suspect.since()) + " though the case was closed on "
                                        + UkTime.moment(closedAt) + ": it was opened again by itself.",
                                suspect.place(),
                                "Vigil",
                                now)))
                .orElse(file);
    }

    private static Optional<Suspect> chargedAfter(@Nullable Case held, Case file, Instant closedAt) {
        return file.namedSuspects().stream()
                .filter(suspect -> suspect.status().isCharged())
                // Told of a case that is closed it is news whenever it happened.
                .filter(suspect -> suspect.since().isAfter(closedAt) || held != null && !held.isOpen())
                .filter(suspect -> isNews(held, suspect))
                .min(Comparator.comparing(Suspect::since));
    }

    /** What was known when an officer closed the case does not open it. */
    private static boolean isNews(@Nullable Case held, Suspect suspect) {
        return held == null
                || held.suspect(suspect.place())
                        .filter(before -> before.status().isCharged() && before.since().equals(suspect.since()))
                        .isEmpty();
    }

    private static boolean isClosedByHand(Case file) {
        return file.closing().closedAt() != null
                && file.last(ActionKind.CLOSED).filter(closed -> closed.accountId() != null).isPresent();
    }
}
