package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A crime that a case is about. */
public record CaseCrime(String reference, @Nullable String offence, @Nullable Instant recordedAt, boolean byHand) {}
