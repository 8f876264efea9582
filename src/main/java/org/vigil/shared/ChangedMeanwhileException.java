package org.vigil.shared;

/** Two people edited one record: the one message of the whole console for that. */
public class ChangedMeanwhileException extends RuntimeException {

    public ChangedMeanwhileException(String record) {
        super(record + " was changed by someone else meanwhile. What you entered is kept: look at the new state, then"
                + " try again.");
    }
}
