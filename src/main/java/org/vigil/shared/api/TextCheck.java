package org.vigil.shared.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Postcodes;

/**
 * Cleans the texts of one message and gathers what is wrong with them. HTML is left as it is: it is data and shown as
 * text. Characters that can't be seen or that turn a line around are left out, and the sender is told.
 */
public final class TextCheck {

    private static final int MOST_PARTS = 100;

    private final List<ItemReason> errors = new ArrayList<>();
    private final List<ItemReason> doubts = new ArrayList<>();

    /** Why the message is refused. */
    public List<ItemReason> errors() {
        return errors;
    }

    /** What is odd about it though it is kept. */
    public List<ItemReason> doubts() {
        return doubts;
    }

    /** The message is refused for this. */
    public void error(String field, String problem) {
        errors.add(new ItemReason(field, problem));
    }

    /** The message is kept, and its sender is told this. */
    public void doubt(String field, String problem) {
        doubts.add(new ItemReason(field, problem));
    }

    /** Part of the key: never cleaned, because two keys could become one. */
    public @Nullable String key(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            error(field, "is required");
            return null;
        }
        var key = value.strip();
        if (key.codePoints().anyMatch(point -> isUnseen(point) || point == '\n' || point == '\t')) {
            error(field, "must not hold control characters: it is part of the key");
            return null;
        }
        return within(field, key, most);
    }

    /** One line of text; null where nothing is left of it. */
    public @Nullable String line(String field, @Nullable String value, int most) {
        if (value == null) {
            return null;
        }
        var clean = cleaned(field, value).replace('\n', ' ').replace('\t', ' ').strip();
        return clean.isEmpty() ? null : within(field, clean, most);
    }

    /** Text of several lines, measured in bytes of UTF-8. */
    public @Nullable String block(String field, @Nullable String value, int mostBytes) {
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

    /**
     * Checks each entry of a list, at most a hundred; an entry of which nothing is left is left out.
     *
     * @param check the entry as it is kept, by its field's name such as "parties[2]"
     */
    public <T, R> List<R> each(
            String field, @Nullable List<@Nullable T> sent, BiFunction<String, T, @Nullable R> check) {
        var clean = new ArrayList<R>();
        if (sent == null) {
            return clean;
        }
        if (sent.size() > MOST_PARTS) {
            error(field, "holds " + sent.size() + " entries; at most " + MOST_PARTS + " are taken");
            return clean;
        }
        for (var place = 0; place < sent.size(); place++) {
            var one = sent.get(place);
            if (one == null) {
                error(field + "[" + place + "]", "is empty");
                continue;
            }
            var checked = check.apply(field + "[" + place + "]", one);
            if (checked != null) {
                clean.add(checked);
            }
        }
        return clean;
    }

    /** A postcode as it is written, or as it came and marked as odd; null where there is none. */
    public @Nullable String postcode(String field, @Nullable String sent) {
        var postcode = line(field, sent, 40);
        if (postcode == null) {
            return null;
        }
        if (Postcodes.isDoubtful(postcode)) {
            doubt(field, "does not look like a postcode; it is kept and marked");
        }
        return Postcodes.tidy(postcode);
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
