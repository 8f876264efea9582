package org.vigil.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.person.NamedPerson;

/**
 * One event that passed its check, whether a feed sent it or an officer typed it.
 *
 * @param person who it is, as said; null where nothing is said of them
 * @param area code or name of the area, or null
 */
public record CustodyEntry(
        CustodyKey key,
        CustodyEventKind kind,
        Instant at,
        CustodyEvent.Details details,
        @Nullable NamedPerson person,
        @Nullable String area) {}
