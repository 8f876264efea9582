package org.vigil.person;

/** What kind of name it is. */
public enum NameKind {
    LEGAL("Legal name"),
    USED("Name used"),
    ALIAS("Alias"),
    MAIDEN("Maiden name"),
    FORMER("Former name"),
    NICKNAME("Nickname"),
    RELIGIOUS("Religious name");

    private final String label;

    NameKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
