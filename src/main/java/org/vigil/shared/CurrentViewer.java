package org.vigil.shared;

import java.util.Optional;

/** Tells who is behind the running request or UI event. */
public interface CurrentViewer {

    /** The signed-in viewer, or the engine inside a job. */
    Optional<Viewer> find();

    /** @throws IllegalStateException when nobody is signed in, which the security filters make impossible on a route */
    default Viewer get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
