package org.vigil.incident;

/** What decides between the urban and the rural attendance target. */
public enum Locality {
    URBAN("Urban"),
    RURAL("Rural");

    private final String label;

    Locality(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
