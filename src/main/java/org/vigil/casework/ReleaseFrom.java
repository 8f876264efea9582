package org.vigil.casework;

/** Where a suspect is to be released from. */
public enum ReleaseFrom {
    PRISON("prison"),
    REMAND("remand"),
    HOSPITAL("hospital");

    private final String label;

    ReleaseFrom(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
