package org.vigil.casework;

/** What somebody did about a case. */
public enum ActionKind {
    EVIDENCE("Evidence"),
    ADVICE_ASKED("Pre-charge advice asked for"),
    ADVICE_ANSWERED("Pre-charge advice answered"),
    CHALLENGE_MADE("Decision of the prosecutor challenged"),
    CHALLENGE_NOT_MADE("Decided not to challenge the prosecutor's decision"),
    CHALLENGE_ANSWERED("Challenge answered"),
    OVERSIGHT("Specialist oversight"),
    RISK_REVIEWED("Risk reviewed"),
    PRIMARY_PERPETRATOR("Primary perpetrator decided"),
    ALLOCATED("Allocated"),
    LEVEL_SET("Level set"),
    CLOSED("Closed"),
    REOPENED("Opened again");

    private final String label;

    ActionKind(String label) {
        this.label = label;
    }

    /** In an officer's words. */
    public String label() {
        return label;
    }
}
