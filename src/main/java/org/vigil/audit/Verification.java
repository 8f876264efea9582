package org.vigil.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one check of the whole log went. All times UTC, the database's own.
 *
 * @param entries how many entries were checked
 * @param anchors how many lines of the outside record were compared
 * @param firstBadEntry the key of the first entry that does not fit, or null: the log fits, or what is wrong is not an
 *     entry
 * @param problem what does not fit, or null
 */
public record Verification(
        Instant startedAt,
        Instant finishedAt,
        String askedBy,
        long entries,
        long anchors,
        @Nullable Long firstBadEntry,
        @Nullable Integer firstBadStream,
        @Nullable Long firstBadPosition,
        @Nullable String problem) {

    public boolean intact() {
        return problem == null;
    }

    /** "Intact: 12,345 entries, checked in 2 s", or "Entry 4-17 (stream 4, position 17) does not fit: …". */
    public String words() {
        if (firstBadEntry != null) {
            return "Entry %d (stream %d, position %d) does not fit: %s."
                    .formatted(firstBadEntry, firstBadStream, firstBadPosition, problem);
        }
        if (problem != null) {
            return "The log does not fit: " + problem + ".";
        }
        var took = Duration.between(startedAt, finishedAt);
        return "Intact: %s, checked in %s; %s."
                .formatted(
                        entries == 1 ? "1 entry" : String.format(Locale.UK, "%,d entries", entries),
                        took.toSeconds() < 1 ? "less than a second" : took.toSeconds() + " s",
                        anchors == 0
                                ? "nothing is written down outside the database yet"
                                : String.format(Locale.UK, "it agrees with %,d lines written down outside", anchors));
    }
}
