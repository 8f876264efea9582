package org.vigil.alert;

import java.util.Optional;
import org.vigil.shared.SubjectRef;

/** A module whose alerts close with their cause says here whether the cause of one is still open. */
public interface AlertCause {

    /**
     * Why the alert can't be resolved by hand yet, as a sentence for the officer; empty when this module has nothing
     * against it.
     */
    Optional<String> stillOpen(String kind, String dedupKey, SubjectRef subject);
}
