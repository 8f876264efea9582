package org.vigil.shared;

/** Something a person or a feed entered can't be taken as it is; the message says what to do about it. */
public class InvalidInputException extends RuntimeException {

    private final String field;

    /** @param field the field's name as the form or the API shows it */
    public InvalidInputException(String field, String problem) {
        super(problem);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
