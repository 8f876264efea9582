package org.vigil.alert.rules;

/** What comes of something that somebody wants to do with an alert. */
public sealed interface AlertDecision {

    /** It is done, and this is where the alert stands then. */
    record Done(AlertStanding after) implements AlertDecision {}

    /**
     * It can't be done.
     *
     * @param field what would have to be entered differently
     * @param why a sentence for the officer
     */
    record Refused(String field, String why) implements AlertDecision {}
}
