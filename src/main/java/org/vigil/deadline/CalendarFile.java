package org.vigil.deadline;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vigil.deadline.rules.PublishedCalendar;
import org.vigil.shared.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bank-holiday JSON that gov.uk publishes, whole or for England and Wales alone. */
final class CalendarFile {

    static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final String DIVISION = "england-and-wales";
    private static final List<String> ALL_DIVISIONS = List.of(DIVISION, "scotland", "northern-ireland");
    private static final int LONGEST_TEXT = 80;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CalendarFile() {}

    /** @throws InvalidInputException when the file is not what is published, with a sentence that says why */
    static PublishedCalendar read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw refused("it is over 2 MB, and the published list is well under 100 kB.");
        }
        if (new String(file, StandardCharsets.UTF_8).isBlank()) {
            throw refused("it is empty.");
        }
        var days = new TreeMap<LocalDate, PublishedCalendar.Day>();
        for (var event : events(tree(file))) {
            var day = day(event);
            if (days.put(day.day(), day) != null) {
                throw refused("it names " + day.day() + " twice.");
            }
        }
        if (days.isEmpty()) {
            throw refused("it holds no days for England and Wales.");
        }
        return new PublishedCalendar(
                new ArrayList<>(days.values()),
                days.firstKey().getYear(),
                days.lastKey().getYear());
    }

    private static JsonNode tree(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            var where = at == null ? "" : " It stops making sense at line " + at.getLineNr() + ".";
            throw refused("it is not whole JSON: it may have been cut off." + where);
        }
    }

    private static JsonNode events(JsonNode root) {
        if (!root.isObject()) {
            throw refused("it is not the published list.");
        }
        var division = root;
        if (!DIVISION.equals(root.path("division").stringValue(""))) {
            for (var name : ALL_DIVISIONS) {
                if (!root.path(name).isObject()) {
                    throw refused("the division " + name + " is missing.");
                }
            }
            division = root.path(DIVISION);
        }
        var events = division.path("events");
        if (!events.isArray()) {
            throw refused("the list of days for England and Wales is missing.");
        }
        return events;
    }

    private static PublishedCalendar.Day day(JsonNode event) {
        var title = event.path("title").stringValue("").strip();
        var date = event.path("date").stringValue("");
        var notes = event.path("notes").stringValue("").strip();
        if (title.isEmpty() || title.length() > LONGEST_TEXT || notes.length() > LONGEST_TEXT) {
            throw refused("a day has no title, or one that is too long.");
        }
        try {
            return new PublishedCalendar.Day(LocalDate.parse(date), title, notes);
        } catch (DateTimeException wrong) {
            throw refused("a day has no proper date (as 2026-12-25).");
        }
    }

    static InvalidInputException refused(String why) {
        return new InvalidInputException(
                "file", "was refused whole and the calendar stays as it was: " + why);
    }
}
