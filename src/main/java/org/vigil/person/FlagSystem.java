package org.vigil.person;

/** A system in which a flag about a person must stand. */
public enum FlagSystem {
    PNC("PNC"),
    PND("PND"),
    LOCAL("Local system"),
    VISOR("ViSOR");

    private final String label;

    FlagSystem(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
