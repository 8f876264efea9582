package org.vigil.casework.rules;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.SuspectStatus;
import org.vigil.custody.CustodyEvent;
import org.vigil.custody.CustodyEventKind;
import org.vigil.shared.Texts;
import org.vigil.shared.UkTime;

/** What an event of custody makes of a suspect, and what of it is told: until when, under which conditions, to which court. */
public final class StatusOfCustody {

    private static final int LONGEST = 500;

    private StatusOfCustody() {}

    /** The status that begins with an event; empty for one that leaves it as it is. */
    public static Optional<SuspectStatus> of(CustodyEventKind kind) {
        return switch (kind) {
            case ARRESTED -> Optional.of(SuspectStatus.IN_CUSTODY);
            case CHARGED -> Optional.of(SuspectStatus.CHARGED);
            case RELEASED_BAIL -> Optional.of(SuspectStatus.BAILED);
            case RELEASED_UNDER_INVESTIGATION -> Optional.of(SuspectStatus.UNDER_INVESTIGATION);
            case RELEASED_NO_ACTION -> Optional.of(SuspectStatus.NO_FURTHER_ACTION);
            case REMANDED -> Optional.of(SuspectStatus.REMANDED);
            case ARRIVED, DETENTION_AUTHORISED, REVIEWED, INTERVIEWED, EXTENDED, CHARGING_DECISION_SOUGHT,
                    CHARGING_DECISION_RETURNED, RELEASE_DECIDED, VICTIM_TOLD, BAIL_EXTENDED, BAIL_CONDITIONS_CHANGED,
                    COURT_RESULT -> Optional.empty();
        };
    }

    /** "until Tue 3 Mar 2026 14:10; conditions: not to contact her", or null where nothing is said. */
    public static @Nullable String words(CustodyEvent event) {
        var said = event.details();
        var words = new ArrayList<String>();
        if (said.bailEndsAt() != null) {
            words.add("until " + UkTime.moment(said.bailEndsAt()));
        }
        if (!said.conditions().isEmpty()) {
            words.add("conditions: " + String.join("; ", said.conditions()));
        }
        if (said.court() != null) {
            words.add("at " + said.court());
        }
        if (said.hearingAt() != null) {
            words.add("heard " + UkTime.moment(said.hearingAt()));
        }
        return words.isEmpty() ? null : Texts.cut(String.join("; ", words), LONGEST);
    }
}
