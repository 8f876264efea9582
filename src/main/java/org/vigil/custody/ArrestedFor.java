package org.vigil.custody;

import org.jspecify.annotations.Nullable;

/** What somebody was arrested for: it decides which clocks run, and before which court they must be brought. */
public enum ArrestedFor {
    OFFENCE("An offence", null),
    DVPN_BREACH("Breach of a domestic violence protection notice", "DVPN_BREACH_COURT"),
    DVPO_BREACH("Breach of a domestic violence protection order", "DVPO_BREACH_COURT"),
    DAPN_BREACH("Breach of a domestic abuse protection notice", "DAPN_BREACH_COURT"),
    OCCUPATION_ORDER("Power of arrest of an occupation order", "OCCUPATION_ORDER_ARREST_COURT"),
    COURT_BAIL("Breach of court bail, or failing to surrender to the court", "BAIL_ARREST_COURT"),
    STREET_BAIL("Breach of police bail, or failing to answer it (s.46A)", null);

    private final String label;
    private final @Nullable String courtRule;

    ArrestedFor(String label, @Nullable String courtRule) {
        this.label = label;
        this.courtRule = courtRule;
    }

    /** The reason in an officer's words. */
    public String label() {
        return label;
    }

    /** The rule of the clock by which a court must have them, or null where none does. */
    public @Nullable String courtRule() {
        return courtRule;
    }

    /** Whether it is an arrest for an offence, so that the detention clock of PACE s.41 runs. */
    public boolean isForOffence() {
        return courtRule == null;
    }
}
