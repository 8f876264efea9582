package org.vigil.person.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address as it is compared.
 *
 * @param line without the short words that everybody writes differently; empty where there is none
 * @param postcode in capitals without spaces; empty where there is none
 */
public record AddressKey(String line, String postcode) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_POSTCODE = 40;
    private static final double ALIKE_LINE = 0.75;

    private static final Set<String> NOT_ADDRESSES =
            Set.of("unknown", "not known", "nfa", "no fixed abode", "none", "not given", "nk", "na", "n a", "tbc", "test");

    public static AddressKey of(@Nullable String line, @Nullable String postcode) {
        var folded = TextKeys.fold(line, LONGEST_LINE);
        var code = TextKeys.squeezed(TextKeys.fold(postcode, LONGEST_POSTCODE)).toUpperCase(Locale.ROOT);
        return new AddressKey(
                NOT_ADDRESSES.contains(folded) ? "" : folded,
                code.chars().noneMatch(Character::isDigit) || code.chars().distinct().count() == 1 ? "" : code);
    }

    public boolean isEmpty() {
        return line.isEmpty() && postcode.isEmpty();
    }

    /**
     * Whether both may be one place, for keeping a hiding place hidden: the same postcode, or a line that reads alike
     * whatever the postcode. Rather one home too many is hidden than the one that matters shown.
     */
    public boolean isLike(AddressKey other) {
        if (!postcode.isEmpty() && postcode.equals(other.postcode)) {
            return true;
        }
        return !line.isEmpty() && !other.line.isEmpty() && Similarity.ofLines(words(), other.words()) >= ALIKE_LINE;
    }

    /** The words of the line. */
    public List<String> words() {
        return line.isEmpty() ? List.of() : Arrays.asList(line.split(" "));
    }
}
