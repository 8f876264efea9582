package org.vigil.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A crime recorded for a call, or the decision that there was none.
 *
 * @param recordedAt when the crime, or the decision, was recorded
 * @param noCrimeReason why there was no crime; present makes this the decision
 */
public record Crime(@Nullable String reference, @Nullable Instant recordedAt, @Nullable String noCrimeReason) {}
