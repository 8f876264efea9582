package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An arrest, or why nobody was arrested.
 *
 * @param party the arrested party's place in the list of parties, from 0
 */
public record Arrest(@Nullable Integer party, @Nullable Instant at, @Nullable String reasonForNone) {}
