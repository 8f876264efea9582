package org.vigil.security;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigil.security.data.WallDisplayQueries;

/** Opens a wall screen by its secret link, for whoever holds the link. */
@Component
public class WallDisplays {

    private final WallDisplayQueries queries;

    WallDisplays(WallDisplayQueries queries) {
        this.queries = queries;
    }

    /** The display of this secret; nothing once an administrator has taken the link back. */
    public Optional<WallDisplay> byToken(String token) {
        return queries.byTokenHash(Fingerprint.of(token)).filter(display -> display.revokedAt() == null);
    }
}
