package org.vigil.security;

/** Whether somebody or something signs in with the account. */
public enum AccountKind {
    PERSON("Person"),
    MACHINE("Machine");

    private final String label;

    AccountKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
