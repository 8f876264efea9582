package org.vigil.person.search.rules;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.TextKeys;

/** Finds part of an address: for certain where a number and a kind of street say so, else as something it may be. */
final class StreetReader {

    private static final String KIND = "street|st|road|rd|lane|ln|avenue|ave|close|cl|drive|dr|court|ct|crescent|cres"
            + "|place|pl|terrace|gardens|gdns|grove|way|walk|square|sq|hill|park|mews|row|view|rise|green|parade|wharf";

    /** Welsh streets say first what they are. */
    private static final String WELSH_KIND =
            "heol|ffordd|stryd|lon|lôn|rhodfa|maes|clos|cwrt|parc|llys|rhes|llwybr|gerddi|trem|cilgant|allt";

    private static final String WORD = "[\\p{L}'’.-]+";
    private static final String WITHIN =
            "(?:(?:flat|apartment|apt|unit|room)\\s+\\w{1,4},?\\s+(?:" + WORD + ",?\\s+){0,3}?)?";
    private static final String NUMBER = "(\\d{1,4}[a-z]?)(?:\\s?(?:-|–|to)\\s?\\d{1,4}[a-z]?)?,?\\s+";

    private static final Pattern CERTAIN = Unread.whole(
            WITHIN + NUMBER + "((?:" + WORD + "\\s+){1,4}?(?:" + KIND + ")(?:\\s+(?:" + KIND + "))*)");
    private static final Pattern CERTAIN_WELSH =
            Unread.whole(WITHIN + NUMBER + "((?:" + WELSH_KIND + ")\\s+(?:yr?\\s+)?" + WORD + ")");
    private static final Pattern PERHAPS =
            Pattern.compile("(?<![\\p{L}\\p{N}/.@+-])(\\d{1,4}[a-z]?),?\\s+(" + WORD + "(?:\\s+" + WORD + "){0,2})\\s*$",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> KINDS = Set.of(KIND.split("\\|"));
    private static final Set<String> WELSH_KINDS = Set.of(WELSH_KIND.split("\\|"));

    private Terms.@Nullable Street found;

    Terms.@Nullable Street found() {
        return found;
    }

    /** Takes a number with a street that says what it is. */
    void take(Unread unread) {
        unread.take(CERTAIN, this::certain);
        unread.take(CERTAIN_WELSH, this::certain);
    }

    private boolean certain(MatchResult at) {
        if (found != null) {
            return false;
        }
        found = new Terms.Street(Unread.lower(at.group(1)), words(at.group(2)), true);
        return true;
    }

    /** "12 Kingsway" may be a house, or a Kingsway of twelve: it is looked for as both, and nothing is taken out. */
    void guessNumbered(Unread unread) {
        var at = PERHAPS.matcher(unread.text());
        if (found == null && at.find()) {
            var words = words(at.group(2));
            if (words.stream().anyMatch(word -> word.length() > 1 && !Labels.isLabel(word))) {
                found = new Terms.Street(Unread.lower(at.group(1)), words, false);
            }
        }
    }

    /** "Marsh Lane" may be a place or a person, wherever in the query: both are looked for. */
    void guessUnnumbered(List<String> words) {
        for (var at = 0; at < words.size() && found == null; at++) {
            if (at > 0 && KINDS.contains(words.get(at))) {
                var first = at > 1 && KINDS.contains(words.get(at - 1)) ? at - 2 : at - 1;
                found = new Terms.Street(null, List.copyOf(words.subList(first, at + 1)), false);
            } else if (at + 1 < words.size() && WELSH_KINDS.contains(words.get(at))) {
                found = new Terms.Street(null, List.copyOf(words.subList(at, at + 2)), false);
            }
        }
    }

    private static List<String> words(String text) {
        return Stream.of(TextKeys.fold(text, QueryParser.LONGEST).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
