package org.vigil.deadline.rules;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The calendar that the console ships with, read from its migration. */
public final class PublishedHolidays {

    private static final Pattern ROW = Pattern.compile("\\(1, '(\\d{4}-\\d{2}-\\d{2})', '([^']+)', '[^']*'\\)");

    private PublishedHolidays() {}

    public static BankHolidays shipped() {
        try {
            var sql = Files.readString(Path.of("db-migrations/V0009__deadline_shipped_calendar.sql"));
            var days = ROW.matcher(sql)
                    .results()
                    .collect(toMap(row -> LocalDate.parse(row.group(1)), row -> row.group(2)));
            return new BankHolidays(days, 2012, 2028);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
