package org.vigil.custody;

/** What can happen in custody; the order is that in which events of the same instant are read. */
public enum CustodyEventKind {
    ARRESTED("Arrested", true, true),
    ARRIVED("Arrived at the station", true, true),
    DETENTION_AUTHORISED("Detention authorised", true, true),
    REVIEWED("Detention reviewed", false, true),
    INTERVIEWED("Interviewed under caution", false, true),
    EXTENDED("Detention extended", false, true),
    CHARGING_DECISION_SOUGHT("Charging decision sought", false, false),
    CHARGING_DECISION_RETURNED("Charging decision: the prosecutor asks for more", false, false),
    CHARGED("Charged", false, true),
    RELEASE_DECIDED("Release decided", false, true),
    VICTIM_TOLD("Victim told", false, false),
    RELEASED_BAIL("Released on bail", false, true),
    RELEASED_UNDER_INVESTIGATION("Released under investigation", false, true),
    RELEASED_NO_ACTION("Released without further action", false, true),
    BAIL_EXTENDED("Bail extended", false, true),
    BAIL_CONDITIONS_CHANGED("Bail conditions changed", false, true),
    REMANDED("Remanded by the court", false, true),
    COURT_RESULT("Court result", false, true);

    private final String label;
    private final boolean once;
    private final boolean afterArrest;

    CustodyEventKind(String label, boolean once, boolean afterArrest) {
        this.label = label;
        this.once = once;
        this.afterArrest = afterArrest;
    }

    /** The event in an officer's words. */
    public String label() {
        return label;
    }

    /** Whether it happens once in a record, so that another time for it puts the first right. */
    public boolean isOnce() {
        return once;
    }

    /** Whether it can't be before the arrest. */
    public boolean isAfterArrest() {
        return afterArrest;
    }

    /** Whether the suspect leaves the station by it, whatever comes later. */
    public boolean isRelease() {
        return switch (this) {
            case RELEASED_BAIL, RELEASED_UNDER_INVESTIGATION, RELEASED_NO_ACTION -> true;
            default -> false;
        };
    }
}
