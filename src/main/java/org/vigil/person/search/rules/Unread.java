package org.vigil.person.search.rules;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What of a query has not been understood yet: each reader takes its own out. */
final class Unread {

    private String text;

    Unread(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Offers each place that the pattern finds, in order; what the reader accepts is taken out. */
    void take(Pattern pattern, Predicate<MatchResult> reader) {
        var kept = new StringBuilder();
        var matcher = pattern.matcher(text);
        var from = 0;
        while (matcher.find()) {
            if (reader.test(matcher.toMatchResult())) {
                kept.append(text, from, matcher.start()).append(' ');
                from = matcher.end();
            }
        }
        text = kept.append(text, from, text.length()).toString();
    }

    /** A pattern that does not mind the case of letters and does not begin or end within a word or a number. */
    static Pattern whole(String form) {
        return Pattern.compile("(?<![\\p{L}\\p{N}/.@+-])(?:" + form + ")(?![\\p{L}\\p{N}/@])", Pattern.CASE_INSENSITIVE);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.UK);
    }
}
