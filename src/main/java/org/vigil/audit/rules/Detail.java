package org.vigil.audit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says about fields and further records, as the text that the chain covers. One line for each field, with
 * the salted hashes of its values ("-" where there was none), and one for each kind of record, with the keys:
 *
 * <pre>
 * field grade 9f86d0… 60303a…
 * shown INCIDENT 12 15
 * </pre>
 *
 * Field names lose their blanks on the way in, so a line can be read in one way only.
 */
public record Detail(List<HashedField> fields, SortedMap<String, SortedSet<Long>> shown) {

    private static final String NONE = "-";

    /** A field's name with the salted hashes of its values; null where there was no value. */
    public record HashedField(String field, @Nullable String before, @Nullable String after) {}

    /** The hash of one value; the salt stands beside the value and goes with it when it is erased. */
    public static String hash(String salt, String field, String side, String value) {
        return new ChainText("vigil audit value 1")
                .with("salt", salt)
                .with("field", field)
                .with(side, value)
                .hash();
    }

    public String text() {
        var text = new StringBuilder();
        for (var field : fields) {
            text.append("field ").append(field.field());
            text.append(' ').append(field.before() == null ? NONE : field.before());
            text.append(' ').append(field.after() == null ? NONE : field.after());
            text.append('\n');
        }
        shown.forEach((type, ids) -> {
            text.append("shown ").append(type);
            ids.forEach(id -> text.append(' ').append(id));
            text.append('\n');
        });
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text was not written by {@link #text()} */
    public static Detail parse(String text) {
        var fields = new ArrayList<HashedField>();
        var shown = new TreeMap<String, SortedSet<Long>>();
        for (var line : text.lines().toList()) {
            var words = List.of(line.split(" "));
            if (words.getFirst().equals("field") && words.size() == 4) {
                fields.add(new HashedField(words.get(1), hashOrNull(words.get(2)), hashOrNull(words.get(3))));
            } else if (words.getFirst().equals("shown") && words.size() > 2) {
                shown.put(words.get(1), keys(words.subList(2, words.size())));
            } else {
                throw new IllegalArgumentException("not a line of an audit entry's detail");
            }
        }
        return new Detail(fields, shown);
    }

    private static SortedSet<Long> keys(Collection<String> words) {
        var keys = new TreeSet<Long>();
        words.forEach(word -> keys.add(Long.valueOf(word)));
        return keys;
    }

    private static @Nullable String hashOrNull(String word) {
        return word.equals(NONE) ? null : word;
    }
}
