package org.vigil.incident.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.api.ItemReason;

/**
 * Cleans the texts of one message and gathers what is wrong with them. HTML is left as it is: it is data and shown as
 * text. Characters that can't be seen or that turn a line around are left out, and the sender is told.
 */
final class TextCheck {

    private final List<ItemReason> errors = new ArrayList<>();
    private final List<ItemReason> doubts = new ArrayList<>();

    List<ItemReason> errors() {
        return errors;
    }

    List<ItemReason> doubts() {
        return doubts;
    }

    void error(String field, String problem) {
        errors.add(new ItemReason(field, problem));
    }

    void doubt(String field, String problem) {
        doubts.add(new ItemReason(field, problem));
    }

    /** Part of the key: never cleaned, because two keys could become one. */
    @Nullable String key(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            error(field, "is required");
            return null;
        }
        var key = value.strip();
        if (key.codePoints().anyMatch(point -> isUnseen(point) || point == '\n' || point == '\t')) {
            error(field, "must not hold control characters: it is part of the call's key");
            return null;
        }
        return within(field, key, most);
    }

    /** One line of text; null where nothing is left of it. */
    @Nullable String line(String field, @Nullable String value, int most) {
        if (value == null) {
            return null;
        }
        var clean = cleaned(field, value).replace('\n', ' ').replace('\t', ' ').strip();
        return clean.isEmpty() ? null : within(field, clean, most);
    }

    /** Text of several lines, measured in bytes of UTF-8. */
    @Nullable String block(String field, @Nullable String value, int mostBytes) {
        if (value == null) {
            return null;
        }
        // Measured first: what is far too long is not worth cleaning.
        if (value.length() > mostBytes || value.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            error(field, "is over " + mostBytes / 1024 + " KB");
            return null;
        }
        var clean = cleaned(field, value).strip();
        return clean.isEmpty() ? null : clean;
    }

    private @Nullable String within(String field, String value, int most) {
        if (value.codePointCount(0, value.length()) > most) {
            error(field, "is over " + most + " characters");
            return null;
        }
        return value;
    }

    private String cleaned(String field, String value) {
        if (value.codePoints().noneMatch(TextCheck::isUnseen)) {
            return value;
        }
        var plain = value.replace("\r\n", "\n").replace('\r', '\n');
        var kept = new StringBuilder(plain.length());
        plain.codePoints().filter(point -> !isUnseen(point)).forEach(kept::appendCodePoint);
        if (kept.length() != plain.length()) {
            doubt(field, "held control characters, which were left out");
        }
        return kept.toString();
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t';
            case Character.SURROGATE -> true;
            // Marks that turn the direction of a line, and so can make a name read as another.
            case Character.FORMAT -> (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
            default -> false;
        };
    }
}
