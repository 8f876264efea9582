package org.vigil.shared;

/** What a deadline, an alert or an audit entry is about. */
public enum SubjectType {
    INCIDENT("Call"),
    CASE("Case"),
    CUSTODY("Custody record"),
    VICTIM_UPDATE("Victim update"),
    PERSON("Person"),
    PERSON_FLAG("Flag of a person"),
    PERSON_MARKER("Marker of a person"),
    PERSON_MATCH("Possible duplicate"),
    PERSON_ERASURE("Certificate of erasure"),
    ALERT("Alert"),
    DEADLINE("Clock"),
    DEADLINE_RULE("Clock rule"),
    CALENDAR("Bank holiday calendar"),
    GRADE_POLICY("Grade policy"),
    ACCOUNT("Account"),
    AREA("Area"),
    WALL_DISPLAY("Wall display"),
    SESSION("Session"),
    AUDIT("Audit log"),
    FEED("Feed"),
    ENGINE("Alert engine"),
    BOARD("Daily board");

    private final String label;

    SubjectType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
