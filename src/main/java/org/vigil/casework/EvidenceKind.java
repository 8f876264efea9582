package org.vigil.casework;

/** Evidence beyond what the victim says. */
public enum EvidenceKind {
    BODY_WORN("Body-worn video"),
    PHOTOGRAPHS("Photographs"),
    MEDICAL("Medical evidence"),
    WITNESS("Witness account"),
    CALL_RECORDING("Recording of the call"),
    DIGITAL("Phones, messages, other digital"),
    FORENSIC("Forensic evidence"),
    OTHER("Other evidence");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
