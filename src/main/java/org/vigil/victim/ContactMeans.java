package org.vigil.victim;

/** How a victim is contacted. */
public enum ContactMeans {
    CALL("Call"),
    TEXT("Text message"),
    VISIT("Visit at home"),
    EMAIL("E-mail"),
    LETTER("Letter"),
    VIA_IDVA("Through the IDVA"),
    IN_PERSON("In person, not at home");

    private final String label;

    ContactMeans(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
