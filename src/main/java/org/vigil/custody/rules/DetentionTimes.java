package org.vigil.custody.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyStanding.Arrest;
import org.vigil.deadline.rules.Circumstance;
import org.vigil.deadline.rules.Facts;

/** From when a detention without charge counts, and how long it may be made (PACE ss.41 to 44). */
public final class DetentionTimes {

    public static final String RULE = "CUSTODY_DETENTION";
    public static final String EXTENDED = "CUSTODY_DETENTION_EXTENDED";

    /** A superintendent's limit after the relevant time (s.42(1)). */
    static final Duration BY_SUPERINTENDENT = Duration.ofHours(36);

    /** Nobody is held longer without a charge (s.44(3)). */
    static final Duration LONGEST = Duration.ofHours(96);

    private static final Duration FROM_ARREST_AT_MOST = Duration.ofHours(24);

    private DetentionTimes() {}

    /** The relevant time and where it comes from. */
    record Start(Instant at, String evidence) {}

    /**
     * The arrival at the station, or 24 hours after the arrest where that is earlier (s.41(2)). While one of them is not
     * told, the earliest that can be: a clock that ends too soon is put right, one that ends too late holds somebody
     * unlawfully.
     */
    static @Nullable Start start(Arrest arrest) {
        var arrested = arrest.at();
        var arrived = arrest.arrivedAt();
        if (arrived != null) {
            var latest = arrested == null ? arrived : arrested.plus(FROM_ARREST_AT_MOST);
            return latest.isBefore(arrived)
                    ? new Start(latest, "24 hours after the arrest, which is before the arrival at the station")
                    : new Start(arrived, "arrival at the station");
        }
        if (arrested != null) {
            return new Start(arrested, "the arrest, since the arrival at the station is not reported yet");
        }
        var authorised = arrest.authorisedAt();
        return authorised == null
                ? null
                : new Start(authorised, "detention authorised, since neither arrest nor arrival is reported yet");
    }

    static Facts facts(Arrest arrest) {
        return new Facts(null, null, null, circumstances(arrest));
    }

    static Set<Circumstance> circumstances(Arrest arrest) {
        return arrest.reason() == ArrestedFor.STREET_BAIL ? Set.of(Circumstance.SECTION_46A) : Set.of();
    }

    /** Who extended it; a superintendent where it is not said, since nobody of a lower rank may. */
    static CustodyAuthority authority(CustodyEvent event) {
        var by = event.details().authority();
        return by == null ? CustodyAuthority.SUPERINTENDENT : by;
    }

    /** To when it was extended; a superintendent's whole time where it is not said. */
    static Instant until(CustodyEvent event, Instant relevantAt) {
        var until = event.details().detentionEndsAt();
        return until == null ? limit(relevantAt, CustodyAuthority.SUPERINTENDENT) : until;
    }

    /** Until when an authority may let a detention run. */
    static Instant limit(Instant relevantAt, CustodyAuthority by) {
        return relevantAt.plus(by == CustodyAuthority.COURT ? LONGEST : BY_SUPERINTENDENT);
    }
}
