package org.vigil.alert;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigil.shared.SubjectRef;

/** A cause that says of itself, by its key, that it is open. */
@Component
class StillOpen implements AlertCause {

    @Override
    public Optional<String> stillOpen(String kind, String dedupKey, SubjectRef subject) {
        return dedupKey.startsWith("STILL-OPEN:")
                ? Optional.of("Its clock is still running: record the arrival.")
                : Optional.empty();
    }
}
