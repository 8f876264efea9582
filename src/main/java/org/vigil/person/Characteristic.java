package org.vigil.person;

/** A protected characteristic, or what goes with one; a person's sex stands in the record itself. */
public enum Characteristic {
    ETHNICITY("Self-defined ethnicity"),
    GENDER_IDENTITY("Gender identity"),
    DISABILITY("Disability"),
    RELIGION("Religion or belief"),
    SEXUAL_ORIENTATION("Sexual orientation"),
    PREGNANCY("Pregnancy or maternity"),
    MARITAL_STATUS("Marriage or civil partnership"),
    NATIONALITY("Nationality"),
    IMMIGRATION("Immigration note");

    private final String label;

    Characteristic(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
