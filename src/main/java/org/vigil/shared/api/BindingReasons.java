package org.vigil.shared.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what the JSON binding threw into a field and a sentence, without repeating what was sent. */
final class BindingReasons {

    private BindingReasons() {}

    static ItemReason of(JacksonException problem) {
        return new ItemReason(path(problem), sentence(problem));
    }

    private static String path(JacksonException problem) {
        var path = new StringBuilder();
        for (var step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shortened(step.getPropertyName()));
            }
        }
        return path.toString();
    }

    private static String sentence(JacksonException problem) {
        return switch (problem) {
            case UnrecognizedPropertyException ignored ->
                "is not a field of this message; fields that are not known are refused, not ignored";
            case InvalidFormatException format -> "is not right: expected " + expected(format.getTargetType());
            case MismatchedInputException mismatch -> "is not right: expected " + expected(mismatch.getTargetType());
            case StreamConstraintsException ignored -> "is nested too deeply, or holds a number that is too long";
            default -> malformed(problem);
        };
    }

    /** Where a text stops being JSON: line and column, and the parser's reason cut down to one line. */
    static String malformed(JacksonException problem) {
        var reason = problem.getOriginalMessage();
        var line = reason == null ? "" : shortened(reason.lines().findFirst().orElse(""));
        var where = problem.getLocation();
        var at = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        return "is not valid JSON" + at + ": " + line;
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "something else here";
        }
        if (type == Instant.class) {
            return "a time with an offset, such as 2026-03-03T14:10:00Z";
        }
        if (type == LocalDate.class) {
            return "a date, such as 2026-03-03";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }
}
