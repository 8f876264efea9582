package org.vigil.victim.rules;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.UkTime;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.SafeWindow;

/**
 * Whether a victim may be contacted at an instant by some means. Local time is what the victim lives by: where the clocks
 * change within a window, it opens and closes by the clock on the wall. Whoever is met in person elsewhere than at home can
 * say so themselves. Sources: Victims' Code, right 6 (by the means that the victim prefers); APP on domestic abuse (contact
 * that the suspect may notice is a danger).
 */
public final class SafeContact {

    private SafeContact() {}

    /** @param why why not, in a sentence; empty where it is allowed */
    public record Verdict(boolean allowed, String why) {

        static final Verdict ALLOWED = new Verdict(true, "");

        static Verdict not(String why) {
            return new Verdict(false, why);
        }
    }

    /** @param window null where nobody asked the victim yet */
    public static Verdict of(@Nullable SafeWindow window, Instant at, ContactMeans means) {
        if (means == ContactMeans.IN_PERSON) {
            return Verdict.ALLOWED;
        }
        if (window == null) {
            return Verdict.not("It is not recorded when and how the victim can be contacted safely: ask before you ring.");
        }
        if (!window.means().contains(means)) {
            return Verdict.not(means.label() + " is not among the safe means: " + window.words() + ".");
        }
        return isOpen(window, at.atZone(UkTime.LONDON))
                ? Verdict.ALLOWED
                : Verdict.not(UkTime.moment(at) + " is outside the safe window: " + window.words() + ".");
    }

    private static boolean isOpen(SafeWindow window, ZonedDateTime local) {
        var time = local.toLocalTime();
        var today = local.getDayOfWeek();
        if (window.from().equals(window.to())) {
            return window.days().contains(today);
        }
        if (!window.isOverMidnight()) {
            return window.days().contains(today) && isWithin(window.from(), time, window.to());
        }
        // After midnight it is still the window of the day before.
        return window.days().contains(today) && !time.isBefore(window.from())
                || window.days().contains(today.minus(1)) && time.isBefore(window.to());
    }

    private static boolean isWithin(LocalTime from, LocalTime time, LocalTime to) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
