package org.vigil.alert;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.InvalidInputException;

/**
 * A place in the order in which changes were committed, which unlike their times never gains a row behind a reader.
 *
 * @param since the time that the reader asked for instead; null with a place, and from the beginning
 * @param seq 0 where only a time is known yet
 */
record ChangeCursor(@Nullable Instant since, long seq, long id) {

    private static final String MARK = "a1~";

    /** @throws InvalidInputException when the text is neither a time with an offset nor a cursor */
    static ChangeCursor parse(@Nullable String text) {
        if (text == null) {
            return new ChangeCursor(null, 0, 0);
        }
        try {
            return new ChangeCursor(OffsetDateTime.parse(text).toInstant(), 0, 0);
        } catch (DateTimeException notATime) {
            return decode(text);
        }
    }

    private static ChangeCursor decode(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = plain.split("~", -1);
            if (plain.startsWith(MARK) && parts.length == 4) {
                return new ChangeCursor(
                        parts[1].isEmpty() ? null : Instant.parse(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]));
            }
        } catch (IllegalArgumentException | DateTimeException notACursor) {
            // Falls through to the one message for both.
        }
        throw new InvalidInputException(
                "since", "is neither a time with an offset (2026-03-03T14:10:00Z) nor a cursor from an earlier answer");
    }

    boolean isTimeOnly() {
        return seq == 0;
    }

    static ChangeCursor at(AlertRow row) {
        return new ChangeCursor(null, row.changeSeq(), row.id());
    }

    String encode() {
        var plain = MARK + (since == null ? "" : since) + "~" + seq + "~" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
