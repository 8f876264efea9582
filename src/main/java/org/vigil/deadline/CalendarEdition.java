package org.vigil.deadline;

import java.time.Instant;

/** A list of bank holidays that is or was in force, and where it came from. */
public record CalendarEdition(
        String sourceName, Instant loadedAt, String loadedBy, int firstYear, int lastYear) {}
