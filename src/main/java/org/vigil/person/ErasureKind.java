package org.vigil.person;

/** How far an erasure goes. Neither leaves anything by which the person could be found. */
public enum ErasureKind {
    ERASED("Erased", "Erase"),
    /** The sex and the parts in calls stay under the record's number, so that repeat harm can still be counted. */
    ANONYMISED("Made anonymous", "Anonymise");

    private final String label;
    private final String verb;

    ErasureKind(String label, String verb) {
        this.label = label;
        this.verb = verb;
    }

    public String label() {
        return label;
    }

    public String verb() {
        return verb;
    }

    /** What an officer types to confirm it: "ERASE 4711". */
    public String confirmation(long person) {
        return verb.toUpperCase(java.util.Locale.UK) + " " + person;
    }
}
