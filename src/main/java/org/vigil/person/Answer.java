package org.vigil.person;

/** What came of the question; the three ways of having no answer are not one. */
public enum Answer {
    GIVEN("Answered"),
    NOT_ASKED("Not asked"),
    DECLINED("Declined to say"),
    UNKNOWN("Unknown");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
