package org.vigil.shared;

/** A duty that an account holds. It decides what the account may see and do; ranks decide what it may authorise. */
public enum Duty {
    SUPERVISOR("Specialist supervisor"),
    SPECIALIST("Domestic abuse officer"),
    NPT("Neighbourhood officer"),
    RESPONSE("Response officer"),
    DVDS("Disclosure officer"),
    DECIDER("Disclosure decision-maker"),
    CALLS("Call-handling supervisor"),
    CUSTODY("Custody sergeant"),
    MARAC("MARAC coordinator"),
    COURT("Specialist-court liaison"),
    AUTHOR("Review author"),
    COMMISSIONER("Commissioning manager"),
    ANALYST("Performance analyst"),
    LEADER("Senior leader"),
    AUDITOR("Auditor"),
    ADMIN("Administrator"),
    FEED("Machine account");

    private final String label;

    Duty(String label) {
        this.label = label;
    }

    /** The duty in an officer's words. */
    public String label() {
        return label;
    }

    /** The name by which Spring Security's {@code @RolesAllowed} knows the duty: the constant's own name. */
    public String role() {
        return name();
    }
}
