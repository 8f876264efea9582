package org.vigil.audit;

/** What kind of thing happened; the words of section 62 of the Data Protection Act 2018, and the console's own. */
public enum Action {
    CREATE("Created"),
    CHANGE("Changed"),
    DELETE("Deleted"),
    VIEW("Viewed"),
    SEARCH("Searched"),
    PRINT("Printed"),
    EXPORT("Exported"),
    DISCLOSE("Disclosed"),
    REFUSED("Refused"),
    LOGIN("Signed in"),
    LOGOUT("Signed out"),
    SYSTEM("Console");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    /** The action in an officer's words. */
    public String label() {
        return label;
    }
}
