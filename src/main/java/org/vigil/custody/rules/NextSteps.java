package org.vigil.custody.rules;

import static org.vigil.custody.CustodyEventKind.*;

import java.util.ArrayList;
import java.util.List;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyStanding;

/** What an officer may enter next, by where the suspect stands; the most likely first. */
public final class NextSteps {

    private NextSteps() {}

    public static List<CustodyEventKind> of(CustodyStanding standing) {
        var steps = new ArrayList<CustodyEventKind>();
        if (standing.victim().isDue()) {
            steps.add(VICTIM_TOLD);
        }
        switch (standing.state()) {
            case NOT_ARRESTED -> steps.add(ARRESTED);
            case IN_CUSTODY -> inCustody(standing, steps);
            case ON_BAIL -> onBail(standing, steps);
            case UNDER_INVESTIGATION -> steps.addAll(List.of(CHARGED, RELEASED_NO_ACTION, INTERVIEWED));
            case CHARGED -> {
                if (standing.inCell()) {
                    steps.addAll(List.of(RELEASE_DECIDED, RELEASED_BAIL));
                }
                steps.addAll(List.of(REMANDED, COURT_RESULT));
            }
            case REMANDED -> steps.add(COURT_RESULT);
            case NO_ACTION -> steps.add(CHARGED);
            case AT_COURT -> {
                // A court has dealt with it.
            }
        }
        return steps;
    }

    /** What happens once and may have been told with a wrong time. */
    public static List<CustodyEventKind> putRight(CustodyStanding standing) {
        var known = new ArrayList<CustodyEventKind>();
        if (standing.arrest().at() != null) {
            known.add(ARRESTED);
        }
        if (standing.arrest().arrivedAt() != null) {
            known.add(ARRIVED);
        }
        if (standing.arrest().authorisedAt() != null) {
            known.add(DETENTION_AUTHORISED);
        }
        return known;
    }

    private static void inCustody(CustodyStanding standing, List<CustodyEventKind> steps) {
        if (standing.arrest().at() == null) {
            steps.add(ARRESTED);
        }
        if (standing.arrest().arrivedAt() == null) {
            steps.add(ARRIVED);
        }
        if (standing.arrest().authorisedAt() == null) {
            steps.add(DETENTION_AUTHORISED);
        }
        steps.addAll(List.of(REVIEWED, INTERVIEWED));
        if (standing.detention() != null) {
            steps.add(EXTENDED);
        }
        steps.addAll(List.of(
                RELEASE_DECIDED, RELEASED_BAIL, RELEASED_UNDER_INVESTIGATION, RELEASED_NO_ACTION, CHARGED, REMANDED));
        if (standing.arrest().reason().courtRule() != null) {
            steps.add(COURT_RESULT);
        }
    }

    private static void onBail(CustodyStanding standing, List<CustodyEventKind> steps) {
        var bail = standing.bail();
        steps.addAll(List.of(BAIL_EXTENDED, BAIL_CONDITIONS_CHANGED));
        steps.add(bail != null && bail.isPaused() ? CHARGING_DECISION_RETURNED : CHARGING_DECISION_SOUGHT);
        steps.addAll(List.of(INTERVIEWED, CHARGED, RELEASED_UNDER_INVESTIGATION, RELEASED_NO_ACTION));
    }
}
