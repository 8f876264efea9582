package org.vigil.custody;

/** Who may let a detention or a bail run on, in ascending order (PACE ss.42 to 44, 47ZD to 47ZG). */
public enum CustodyAuthority {
    CUSTODY_OFFICER("a custody officer"),
    INSPECTOR("an inspector"),
    SUPERINTENDENT("a superintendent"),
    DESIGNATED("an assistant chief constable in a designated case"),
    COURT("a court");

    private final String label;

    CustodyAuthority(String label) {
        this.label = label;
    }

    /** Whose decision, in words that follow "by". */
    public String label() {
        return label;
    }
}
