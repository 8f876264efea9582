package org.vigil.shared.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.vigil.shared.InvalidInputException;

/**
 * A place in a list that is ordered by an instant and then by key. It is inclusive: the row at the cursor is the first
 * of the page that it opens, so a reader who starts again at the last place it saw misses nothing.
 *
 * @param at UTC
 * @param id the key of the row at this place, 0 for every row of that instant
 */
public record Cursor(Instant at, long id) {

    private static final String MARK = "v1~";

    /**
     * Reads what a client sent as {@code since}: an ISO-8601 time with an offset, or a cursor from an earlier answer.
     *
     * @throws InvalidInputException when it is neither
     */
    public static Cursor parse(String text) {
        try {
            return new Cursor(OffsetDateTime.parse(text).toInstant(), 0);
        } catch (DateTimeException notATime) {
            return decode(text);
        }
    }

    private static Cursor decode(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = plain.split("~", -1);
            if (plain.startsWith(MARK) && parts.length == 3) {
                return new Cursor(Instant.parse(parts[1]), Long.parseLong(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            // Falls through to the one message for both.
        }
        throw new InvalidInputException(
                "since", "is neither a time with an offset (2026-03-03T14:10:00Z) nor a cursor from an earlier answer");
    }

    /** The opaque text that clients send back. */
    public String encode() {
        var plain = MARK + at + "~" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return encode();
    }
}
