package org.vigil.shared.api;

import java.io.IOException;

/** A request body went past the limit while it was being read. */
class BodyTooLargeException extends IOException {

    BodyTooLargeException() {
        super("The body is over " + BodyLimitFilter.MOST_MEGABYTES + " MB. Send fewer items in a call.");
    }
}
