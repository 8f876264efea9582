package org.vigil.victim;

import java.util.List;

/** What is done for a victim step by step; each need has steps of its own. */
public enum Need {
    SPECIAL_MEASURES("Special measures at court", "Not assessed",
            NeedStep.OFFERED, NeedStep.WANTED, NeedStep.DECLINED, NeedStep.ORDERED),
    STATEMENT("Victim personal statement", "Not offered",
            NeedStep.OFFERED, NeedStep.TAKEN, NeedStep.DECLINED, NeedStep.READ_IN_COURT),
    IDVA("Independent domestic violence adviser", "Not referred",
            NeedStep.REFERRED, NeedStep.ENGAGED, NeedStep.DECLINED, NeedStep.ENDED),
    REPEAT_MEASURES("Measures for a repeat victim", "None agreed",
            NeedStep.AGREED, NeedStep.REVIEWED, NeedStep.DECLINED, NeedStep.ENDED);

    private final String label;
    private final String before;
    private final List<NeedStep> steps;

    Need(String label, String before, NeedStep... steps) {
        this.label = label;
        this.before = before;
        this.steps = List.of(steps);
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }

    /** Where it stands before its first step. */
    public String before() {
        return before;
    }

    /** The steps that it can take, in any order. */
    public List<NeedStep> steps() {
        return steps;
    }
}
