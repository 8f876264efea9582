package org.vigil.shared;

/** Police ranks in ascending order of authority; {@link #STAFF} stands below all of them. */
public enum OfficerRank {
    STAFF("Police staff"),
    CONSTABLE("Constable"),
    SERGEANT("Sergeant"),
    INSPECTOR("Inspector"),
    CHIEF_INSPECTOR("Chief inspector"),
    SUPERINTENDENT("Superintendent"),
    CHIEF_SUPERINTENDENT("Chief superintendent"),
    ASSISTANT_CHIEF_CONSTABLE("Assistant chief constable");

    private final String label;

    OfficerRank(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
