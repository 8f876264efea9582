package org.vigil.person.rules;

/** What two records are compared on. */
public enum Field {
    GIVEN_NAME("Given name"),
    FAMILY_NAME("Family name"),
    BIRTH("Date of birth"),
    IDENTIFIER("Identifier"),
    PHONE("Telephone"),
    EMAIL("E-mail"),
    ADDRESS("Address"),
    SEX("Sex");

    private final String label;

    Field(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
