package org.vigil.deadline.rules;

import java.util.List;

/** A fact of the case that a rule may ask for, by the name that the API gives it. */
public enum RuleFact {
    MINUTES("minutes", "Minutes that the grade policy allows", Type.NUMBER),
    DAYS("days", "Days that the order states, 14 to 28", Type.NUMBER),
    ENDS_ON("endsOn", "Day on which it is due", Type.DAY),
    ENDS_AT("endsAt", "Time at which it ends, as decided", Type.MOMENT),
    HEARING_AT("hearingAt", "Hearing of the order application", Type.MOMENT),
    SURRENDER_AT("surrenderAt", "Time to surrender to the court", Type.MOMENT),
    ARRESTED_AT("arrestedAt", "Arrest", Type.MOMENT),
    RELEASE_AT("releaseAt", "Release", Type.MOMENT),
    SITTING_AT("sittingAt", "Sitting", Type.MOMENT),
    SCHOOL_DAY("schoolDay", "Next day of term", Type.DAY),
    MURDER("murder", "Charged with murder", Type.YES),
    SECTION_46A("section46A", "Arrested for failing to answer bail, or breaking it (s.46A)", Type.YES),
    BEFORE_RELEASE_IMPOSSIBLE("beforeReleaseImpossible", "Telling the victim before the release was impossible", Type.YES);

    /** What a fact is given as. */
    public enum Type {
        MOMENT,
        DAY,
        NUMBER,
        YES
    }

    private final String apiName;
    private final String label;
    private final Type type;

    RuleFact(String apiName, String label, Type type) {
        this.apiName = apiName;
        this.label = label;
        this.type = type;
    }

    public String apiName() {
        return apiName;
    }

    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }

    /** The facts that a rule looks at; what it needs and does not get, its answer names. */
    public static List<RuleFact> of(ClockTerms terms) {
        return switch (terms.code()) {
            case "CALL_ATTENDANCE" -> List.of(MINUTES);
            case "DVPN_BREACH_COURT", "DAPN_BREACH_COURT" -> List.of(HEARING_AT);
            case "BAIL_ARREST_COURT" -> List.of(SURRENDER_AT, MURDER);
            case "DVPO_MAXIMUM" -> List.of(DAYS);
            case "CUSTODY_DETENTION" -> List.of(ARRESTED_AT, SECTION_46A);
            case "VICTIM_BEFORE_RELEASE" -> List.of(RELEASE_AT, BEFORE_RELEASE_IMPOSSIBLE);
            case "CUSTODY_DETENTION_EXTENDED", "BAIL_ENDS" -> List.of(ENDS_AT);
            case "CHILD_SCHOOL_NOTICE" -> List.of(SCHOOL_DAY);
            case "SDVC_SPECIALIST" -> List.of(SITTING_AT);
            case "DHR_OVERVIEW_REPORT" -> List.of(ENDS_ON);
            default -> terms.length() == null ? List.of(ENDS_ON) : List.of();
        };
    }
}
