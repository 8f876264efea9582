package org.vigil.victim;

/** A step of a {@link Need}. */
public enum NeedStep {
    OFFERED("Offered"),
    WANTED("Wanted"),
    ORDERED("Ordered by the court"),
    TAKEN("Taken"),
    READ_IN_COURT("Read in court"),
    REFERRED("Referred"),
    ENGAGED("Engaged"),
    AGREED("Agreed with neighbourhood officers"),
    REVIEWED("Reviewed by the coordinator"),
    DECLINED("Declined"),
    ENDED("Ended");

    private final String label;

    NeedStep(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
