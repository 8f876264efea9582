package org.vigil.deadline;

/** A module whose work starts and stops clocks tells live screens here that some may have changed. */
public interface ClockSource {

    /**
     * Calls the listener, on a thread of the source, whenever clocks may have changed; it must not block.
     *
     * @return ends it; one that is not ended leaks
     */
    Runnable whenChanged(Runnable listener);
}
