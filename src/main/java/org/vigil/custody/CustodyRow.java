package org.vigil.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A custody record in a list.
 *
 * @param name the suspect as the viewer may see them
 * @param limitAt when the earliest of the clocks that press ends
 * @param twin whether another record holds the same person
 * @param victimDue whether the victim is still to be told of the release
 */
public record CustodyRow(
        long id,
        String reference,
        String name,
        @Nullable String station,
        @Nullable Long areaId,
        CustodyState state,
        boolean inCell,
        Instant since,
        @Nullable Instant arrestedAt,
        @Nullable Instant limitAt,
        @Nullable String offences,
        boolean twin,
        boolean victimDue,
        boolean domesticAbuse) {

    CustodyRow named(String shown) {
        return new CustodyRow(id, reference, shown, station, areaId, state, inCell, since, arrestedAt, limitAt, offences, twin,
                victimDue, domesticAbuse);
    }

    CustodyRow withoutWords() {
        return new CustodyRow(id, reference, name, station, areaId, state, inCell, since, arrestedAt, limitAt, null, twin,
                victimDue, domesticAbuse);
    }
}
