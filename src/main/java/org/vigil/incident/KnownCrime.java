package org.vigil.incident;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A crime, or the decision that there was none, as the console holds it.
 *
 * @param heardAt when it was first heard of, which stays however often the feed repeats it; null where nobody kept it
 */
public record KnownCrime(
        @Nullable String reference,
        @Nullable Instant recordedAt,
        @Nullable String noCrimeReason,
        @Nullable Instant heardAt) {

    /** As the feed said it. */
    public Crime said() {
        return new Crime(reference, recordedAt, noCrimeReason);
    }

    /** Whether both speak of the same crime, or of the same decision. */
    public boolean isSameAs(Crime other) {
        return Objects.equals(reference, other.reference())
                && (noCrimeReason == null) == (other.noCrimeReason() == null);
    }
}
