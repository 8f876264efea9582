package org.vigil.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Cases were taken in or changed; told once for all of a batch, after their parts are stored, within that transaction. */
public record CasesWritten(Collection<Long> cases, Instant now) {

    public CasesWritten {
        cases = List.copyOf(cases);
    }
}
