package org.vigil.person.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what people type to the form in which it is compared and searched: lower case, no accents, apostrophes or full
 * stops, words separated by one space. Letters of other scripts stay.
 */
public final class TextKeys {

    /** Letters that no decomposition takes apart. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('ø', "o"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "n"));

    private static final Pattern SILENT = Pattern.compile("[\\p{M}'’‘ʼʻ`´.]");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TextKeys() {}

    /** The key of a text, at most so many characters; empty where nothing of it is a letter or a digit. */
    public static String fold(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return "";
        }
        // Nothing beyond a few hundred characters is a name or an address; the rest must not cost time.
        var enough = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
        var plain = Normalizer.normalize(enough, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var bare = SILENT.matcher(plain).replaceAll("");
        var letters = new StringBuilder(bare.length());
        for (var i = 0; i < bare.length(); i++) {
            var letter = LETTERS.get(bare.charAt(i));
            if (letter == null) {
                letters.append(bare.charAt(i));
            } else {
                letters.append(letter);
            }
        }
        var key = GAPS.matcher(letters).replaceAll(" ").strip();
        return key.codePointCount(0, key.length()) <= longest
                ? key
                : key.substring(0, key.offsetByCodePoints(0, longest)).strip();
    }

    /** A key without its spaces: "o brien" and "obrien", "mary ann" and "maryann" are then the same. */
    public static String squeezed(String key) {
        return key.indexOf(' ') < 0 ? key : key.replace(" ", "");
    }
}
