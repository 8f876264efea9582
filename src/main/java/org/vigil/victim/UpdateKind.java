package org.vigil.victim;

/** An event of a suspect of which the victim is told. Source: Victims' Code, right 6. */
public enum UpdateKind {
    ARRESTED("Arrested", "The suspect was arrested"),
    INTERVIEWED("Interviewed", "The suspect was interviewed"),
    BAILED("Released on bail", "The suspect was released on bail"),
    BAIL_CONDITIONS_CHANGED("Bail conditions changed", "The conditions of the bail were changed"),
    UNDER_INVESTIGATION("Released under investigation", "The suspect was released under investigation, without conditions"),
    CHARGED("Charged", "The suspect was charged"),
    REMANDED("Remanded", "The suspect was remanded in custody"),
    IN_PRISON("In prison", "The suspect is in prison"),
    NO_FURTHER_ACTION("No further action", "The decision was made to take no further action");

    private final String label;
    private final String sentence;

    UpdateKind(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }

    /** What happened, as it can be said to a victim: without a full stop, so that more can follow. */
    public String sentence() {
        return sentence;
    }
}
