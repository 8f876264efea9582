package org.vigil.shared.api;

/** The record that was asked for does not exist, or does not for whoever asks. */
public class ApiNotFoundException extends RuntimeException {

    /** @param what "call 4711": the sentence becomes "There is no call 4711 that this account may see." */
    public ApiNotFoundException(String what) {
        super("There is no " + what + " that this account may see.");
    }
}
