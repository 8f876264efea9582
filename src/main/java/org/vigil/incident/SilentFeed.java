package org.vigil.incident;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertCause;
import org.vigil.incident.data.FeedQueries;
import org.vigil.incident.jobs.FeedWatch;
import org.vigil.shared.SubjectRef;

/** A silent feed's alert closes when it is heard again: until then, resolving the alert by hand would only hide it. */
@Component
class SilentFeed implements AlertCause {

    private final FeedQueries feeds;

    SilentFeed(FeedQueries feeds) {
        this.feeds = feeds;
    }

    @Override
    public Optional<String> stillOpen(String kind, String dedupKey, SubjectRef subject) {
        return kind.equals(FeedWatch.KIND) && feeds.silentSince(subject.id()).isPresent()
                ? Optional.of("The feed is still silent. Once it is heard again, the alert closes by itself.")
                : Optional.empty();
    }
}
