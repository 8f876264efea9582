package org.vigil.person;

/** Which system a number belongs to. */
public enum IdentifierScheme {
    PNC("PNC"),
    CRO("CRO"),
    LOCAL("Local number"),
    CUSTODY("Custody number");

    private final String label;

    IdentifierScheme(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
