package org.vigil.victim;

/** Whether children were referred to children’s services and the child abuse investigation unit. */
public enum ReferralState {
    NOT_MADE("Not made"),
    MADE("Made"),
    NOT_NEEDED("Not needed");

    private final String label;

    ReferralState(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
