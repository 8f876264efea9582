package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.vigil.person.rules.TextKeys;
import org.vigil.person.search.MarkedText;
import org.vigil.person.search.MarkedText.Range;

/** Marks in a text that is shown what of it was asked for. */
public final class Marks {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’‘ʼʹ`´ʻ]+");
    private static final int LONGEST_JOIN = 4;

    private Marks() {}

    /** Marks the words whose folded form is one of these, alone or joined with those before: "de la Cruz". */
    public static MarkedText words(String text, Collection<String> folded) {
        var at = new ArrayList<Range>();
        var keys = new ArrayList<String>();
        var found = WORD.matcher(text);
        while (found.find()) {
            at.add(new Range(found.start(), found.end()));
            keys.add(TextKeys.squeezed(TextKeys.fold(found.group(), NameWords.LONGEST)));
        }
        var marked = new boolean[keys.size()];
        for (var from = 0; from < keys.size(); from++) {
            var joined = new StringBuilder();
            for (var to = from; to < Math.min(keys.size(), from + LONGEST_JOIN); to++) {
                joined.append(keys.get(to));
                if (folded.contains(joined.toString())) {
                    Arrays.fill(marked, from, to + 1, true);
                }
            }
        }
        return new MarkedText(text, merged(text, at, marked));
    }

    private static List<Range> merged(String text, List<Range> words, boolean[] marked) {
        var ranges = new ArrayList<Range>();
        for (var word = 0; word < marked.length; word++) {
            if (!marked[word]) {
                continue;
            }
            var before = word > 0 && marked[word - 1] ? ranges.removeLast() : null;
            ranges.add(new Range(before == null ? words.get(word).from() : before.from(), words.get(word).to()));
        }
        return ranges.stream().filter(range -> range.to() <= text.length()).toList();
    }

    /** Marks the whole text, or nothing of it. */
    public static MarkedText whole(String text, boolean matched) {
        return matched ? MarkedText.whole(text) : MarkedText.plain(text);
    }
}
