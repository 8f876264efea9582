package org.vigil.deadline.rules;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terms of the rules that the console ships with, read from their migrations. */
public final class ShippedRules {

    private static final Pattern ROW = Pattern.compile(
            "(?m)^ {4}\\('([A-Z_]+)', '(?:[^']|'')+', '([A-Z0-9_]+)', (NULL|\\d+), (?:NULL|'([A-Z_]+)'),$");

    private ShippedRules() {}

    public static Map<String, ClockTerms> terms() {
        try {
            return ROW.matcher(Files.readString(Path.of("db-migrations/V0008__deadline_shipped_rules.sql"))
                            + Files.readString(Path.of("db-migrations/V0021__person_shipped_rules_and_policies.sql"))
                            + Files.readString(Path.of("db-migrations/V0027__person_marker_review.sql"))
                            + Files.readString(Path.of("db-migrations/V0033__custody_rules.sql")))
                    .results()
                    .collect(toMap(
                            row -> row.group(1),
                            row -> new ClockTerms(
                                    row.group(1), ClockKind.valueOf(row.group(2)), length(row.group(3)), unit(row.group(4)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable Integer length(String text) {
        return text.equals("NULL") ? null : Integer.valueOf(text);
    }

    private static @Nullable ClockUnit unit(@Nullable String text) {
        return text == null ? null : ClockUnit.valueOf(text);
    }
}
