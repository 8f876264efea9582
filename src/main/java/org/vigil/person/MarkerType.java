package org.vigil.person;

/** A warning or another thing that whoever meets the person must know. */
public enum MarkerType {
    WEAPONS("Weapons", true),
    FIREARMS("Firearms", true),
    VIOLENT("Violent", true),
    ASSAULTS_OFFICERS("Assaults officers", true),
    DOGS("Dangerous dogs", true),
    DRUGS("Drugs", false),
    SELF_HARM("Self-harm", true),
    SUICIDAL("Suicidal", true),
    MENTAL_HEALTH("Mental health", false),
    ESCAPER("Escapes", true),
    CONTAGIOUS("Infectious", true),
    CHILDREN("Children at home", false),
    DA_VICTIM("Domestic abuse victim", false),
    DA_PERPETRATOR("Domestic abuse perpetrator", false),
    STALKER("Stalks", false),
    CONTROLLING("Controlling or coercive", false),
    HONOUR_BASED("Honour-based abuse", false),
    VULNERABLE("Vulnerable", false),
    OTHER("Other", false);

    private final String label;
    private final boolean officerSafety;

    MarkerType(String label, boolean officerSafety) {
        this.label = label;
        this.officerSafety = officerSafety;
    }

    public String label() {
        return label;
    }

    /** Whether an officer's safety may hang on it: then it shows even on a restricted record. */
    public boolean isOfficerSafety() {
        return officerSafety;
    }
}
