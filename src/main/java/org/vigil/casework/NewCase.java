package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.person.NamedPerson;

/**
 * A case that an officer enters.
 *
 * @param call reference of the call that it came from, or null
 * @param offence what it is about, in the words of the offence, or null
 * @param crime its reference, or null
 * @param suspect null where nobody knows who it was
 */
public record NewCase(
        String title,
        @Nullable Long areaId,
        Instant reportedAt,
        @Nullable String call,
        @Nullable String crime,
        @Nullable String offence,
        NamedPerson victim,
        @Nullable NamedPerson suspect,
        @Nullable SuspectStatus status) {}
