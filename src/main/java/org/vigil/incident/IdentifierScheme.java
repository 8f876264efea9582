package org.vigil.incident;

/** Whose number an identifier is. */
public enum IdentifierScheme {
    PNC("PNC"),
    CRO("CRO"),
    LOCAL("Local"),
    CUSTODY("Custody");

    private final String label;

    IdentifierScheme(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
