package org.vigil.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a case; who it is lies with the parties of all modules.
 *
 * @param place their number, which stays theirs: the victim has 0
 * @param byHand whether they were entered here, which no message takes away
 * @param removedAt since when the feed names them no longer
 * @param school of a child, where it is known
 */
public record CaseParty(
        int place, CaseRole role, boolean byHand, @Nullable Instant removedAt, @Nullable String school) {

    public boolean isNamed() {
        return removedAt == null;
    }
}
