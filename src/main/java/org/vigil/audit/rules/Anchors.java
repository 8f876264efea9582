package org.vigil.audit.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the outside record says of one log.
 *
 * @param lines how many of its lines are about this log
 * @param lastOfOther the time of the last line about another log that stands before the first about this one
 * @param problem what is wrong with the outside record itself, or null
 */
public record Anchors(
        Map<Integer, NavigableMap<Long, Anchored>> streams,
        long lines,
        @Nullable Instant lastOfOther,
        @Nullable String problem) {

    /** Where nothing was ever written down outside. */
    public static Anchors none() {
        return new Anchors(Map.of(), 0, null, null);
    }

    public NavigableMap<Long, Anchored> of(int stream) {
        return streams.getOrDefault(stream, Collections.emptyNavigableMap());
    }

    /** Gathers lines in the order of the file; of a stream that stood still only the first and the last line count. */
    public static final class Gatherer {

        private final String log;
        private final Map<Integer, NavigableMap<Long, Anchored>> streams = new HashMap<>();
        private long lines;
        private @Nullable Instant lastOfOther;

        public Gatherer(String log) {
            this.log = log;
        }

        public void add(AnchorLine line) {
            if (!line.log().equals(log)) {
                if (lines == 0) {
                    lastOfOther = line.at();
                }
                return;
            }
            lines++;
            // The later time bounds what comes after; that the entry was there at the earlier one follows from the chain.
            line.streams().forEach((stream, end) -> streams.computeIfAbsent(stream, key -> new TreeMap<>())
                    .merge(end.position(), end, (first, again) -> again.hash().equals(first.hash()) ? again : first));
        }

        public Anchors gathered(@Nullable String problem) {
            return new Anchors(streams, lines, lastOfOther, problem);
        }
    }
}
