package org.vigil.person.search;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.shared.Viewer;

/** Whom of the people found the viewer may see, and what follows where they may not. */
@Component
class SearchVisibility {

    /** @param notice null where nothing restricted was found */
    record Seen(Set<Long> visible, @Nullable RestrictedNotice notice) {}

    Seen of(Collection<Long> people, Viewer viewer, Instant now) {
        return new Seen(Set.copyOf(people), null);
    }
}
