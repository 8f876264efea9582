package org.vigil.alert;

import org.vigil.shared.Duty;

/**
 * A duty that may see an alert.
 *
 * @param notified whether the alert calls the people of this duty to act; the others see it without sound
 */
public record Audience(Duty duty, boolean notified) {

    /** The duty is called to act. */
    public static Audience called(Duty duty) {
        return new Audience(duty, true);
    }

    /** The duty sees the alert and is not called. */
    public static Audience sees(Duty duty) {
        return new Audience(duty, false);
    }
}
