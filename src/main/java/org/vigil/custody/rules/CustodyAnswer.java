package org.vigil.custody.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.CustodyStanding;
import org.vigil.custody.CustodyStanding.Bail;
import org.vigil.shared.UkTime;

/** Says in words where a suspect is, until when, and on what terms: the first thing that a custody page answers. */
public final class CustodyAnswer {

    private CustodyAnswer() {}

    /** One sentence, or two. */
    public static String of(CustodyStanding standing, Instant now) {
        return switch (standing.state()) {
            case NOT_ARRESTED -> "No arrest is reported for this record yet.";
            case IN_CUSTODY -> inCustody(standing, now);
            case ON_BAIL -> bail(standing.bail(), now);
            case UNDER_INVESTIGATION -> "Released under investigation since " + UkTime.moment(standing.since())
                    + ": no conditions, and no power of arrest for breaking any.";
            case CHARGED -> "Charged " + UkTime.moment(standing.since()) + court(standing)
                    + (standing.inCell() ? "; still held at " + station(standing) + "." : ".");
            case NO_ACTION -> "Released " + UkTime.moment(standing.since()) + " without further action.";
            case REMANDED -> "Remanded " + UkTime.moment(standing.since()) + court(standing) + ".";
            case AT_COURT -> "Dealt with by the court " + UkTime.moment(standing.since()) + court(standing) + ".";
        };
    }

    /** What else presses, each in a sentence: the victim, what is odd. */
    public static List<String> more(CustodyStanding standing, Instant now) {
        var more = new ArrayList<String>();
        var victim = standing.victim();
        if (victim.isDue()) {
            more.add(
                    victim.released()
                            ? "The victim has not been told of the release. Tell them now, by safe means."
                            : "Release is decided for " + UkTime.moment(victim.releaseAt())
                                    + ". Tell the victim before it, the conditions included.");
        } else if (victim.told() != null && victim.overReason() == null) {
            more.add(victim.told().evidence() + ".");
        }
        more.addAll(standing.doubts());
        return more;
    }

    private static String inCustody(CustodyStanding standing, Instant now) {
        var from = standing.arrest().arrivedAt() == null ? standing.since() : standing.arrest().arrivedAt();
        var limit = standing.limitAt();
        var detention = standing.detention();
        var court = limit != null && (detention == null || !limit.equals(detention.endsAt()));
        var must = limit == null
                ? ""
                : court
                        ? "; must be before the court by " + UkTime.moment(limit)
                        : "; must be charged or released by " + UkTime.moment(limit) + " ("
                                + (detention.extensions().isEmpty()
                                        ? "PACE s.41"
                                        : "extended by " + detention.extensions().getLast().by().label() + ", PACE ss.42 to 44")
                                + ")";
        var over = limit != null && !now.isBefore(limit) ? " That time has passed." : "";
        return "In custody at " + station(standing) + " since " + UkTime.moment(from) + must + "." + over;
    }

    /** Until when and on what conditions, as officers at a door must know it. */
    public static String bail(@Nullable Bail bail, Instant now) {
        if (bail == null) {
            return "On bail.";
        }
        var ends = bail.endsFirst();
        var until = ends == null ? "" : " until " + UkTime.moment(ends);
        var paused = bail.isPaused() ? " Its legal end does not run while the prosecutor decides." : "";
        var over = ends != null && !now.isBefore(ends) ? " That time has passed." : "";
        var conditions = bail.conditions().isEmpty()
                ? " No conditions."
                : " Conditions: " + String.join("; ", bail.conditions()) + ".";
        return "On bail" + until + "." + over + conditions + paused;
    }

    private static String court(CustodyStanding standing) {
        var court = standing.court();
        if (court == null) {
            return "";
        }
        return (court.name() == null ? "" : ", " + court.name())
                + (court.hearingAt() == null ? "" : ", hearing " + UkTime.moment(court.hearingAt()));
    }

    private static String station(CustodyStanding standing) {
        return standing.station() == null ? "a station not named" : standing.station();
    }

}
