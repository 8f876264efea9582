package org.vigil.shared.api;

/** The body as a whole can't be read; the message says where and why. */
class MalformedBodyException extends RuntimeException {

    MalformedBodyException(String problem) {
        super(problem);
    }
}
