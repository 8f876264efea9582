package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a call.
 *
 * @param what in a few words
 * @param detail who, why, on whose authority
 */
public record TimelineEntry(Instant at, Kind kind, String what, @Nullable String detail) {

    /** What sort of thing; it decides how the entry is coloured. */
    public enum Kind {
        /** Told by the feed. */
        FEED,
        /** A grade lowered, a flag taken off, an arrival that can't be true. */
        DOUBTFUL,
        /** Entered by a person here. */
        PERSON,
        /** A clock or an alert of the console. */
        CONSOLE
    }
}
