package org.vigil.person.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is compared.
 *
 * @param given empty where there is none, or only a word that stands for none
 * @param family the same; a name of a single word may stand in either
 */
public record NameKey(String given, String family) {

    /** As long as the columns that hold the parts. */
    public static final int LONGEST = 120;

    /** What is written where no name is known. */
    private static final Set<String> NOT_NAMES = Set.of(
            "unknown", "not known", "notknown", "unk", "nk", "n k", "na", "n a", "none", "nil", "null", "not given", "not stated",
            "name not given", "no name", "noname", "anonymous", "anon", "tbc", "tba", "to be confirmed", "test", "x",
            "xx", "xxx", "male", "female", "caller", "informant", "victim", "suspect", "unidentified", "refused",
            "declined", "withheld", "not provided", "unnamed");

    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "master", "mister", "rev", "prof");

    /** The key of a name as given, its parts in any state of order. */
    public static NameKey of(@Nullable String given, @Nullable String family) {
        var first = part(given);
        var last = part(family);
        if (last.isEmpty() && first.indexOf(' ') > 0) {
            return family(given, first);
        }
        if (first.isEmpty() && family != null && family.indexOf(',') > 0) {
            return of(family.substring(family.indexOf(',') + 1), family.substring(0, family.indexOf(',')));
        }
        return new NameKey(first, last);
    }

    /** Everything stands in the field of the given name: "Smith, John" or "John Smith". */
    private static NameKey family(@Nullable String typed, String key) {
        var comma = typed == null ? -1 : typed.indexOf(',');
        if (typed != null && comma > 0) {
            return new NameKey(part(typed.substring(comma + 1)), part(typed.substring(0, comma)));
        }
        var space = key.lastIndexOf(' ');
        return new NameKey(key.substring(0, space), key.substring(space + 1));
    }

    private static String part(@Nullable String typed) {
        var key = TextKeys.fold(typed, LONGEST);
        if (NOT_NAMES.contains(key)) {
            return "";
        }
        var words = new ArrayList<>(Arrays.asList(key.split(" ")));
        while (words.size() > 1 && TITLES.contains(words.getFirst())) {
            words.removeFirst();
        }
        var kept = String.join(" ", words);
        return NOT_NAMES.contains(kept) || words.stream().allMatch(NOT_NAMES::contains) ? "" : kept;
    }

    /** Whether no name is known at all. */
    public boolean isEmpty() {
        return given.isEmpty() && family.isEmpty();
    }

    /** All words of the name, given ones first. */
    public List<String> words() {
        return Arrays.stream((given + " " + family).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
