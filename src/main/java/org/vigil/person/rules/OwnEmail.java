package org.vigil.person.rules;

import java.util.Collection;
import java.util.stream.Stream;
import org.vigil.person.rules.FieldVerdict.Agreement;

/**
 * An e-mail address that is made of somebody's own name. A family shares an address as it shares a telephone, but "leah.
 * russell@" is Leah's: where one record has no given name and the address of both says it, it is known of both.
 */
final class OwnEmail {

    /** That the address says the name is evidence only for whose it is; the address itself is weighed elsewhere. */
    private static final double BITS = 1;

    private static final int SHORTEST = 3;

    private OwnEmail() {}

    /** The verdict on the given name, read from the address where one record lacks it. */
    static FieldVerdict given(FieldVerdict given, FieldVerdict email, Evidence one, Evidence other) {
        var shared = email.is(Agreement.SAME) || email.is(Agreement.CLOSE);
        return shared && given.is(Agreement.MISSING) && isSaid(one, other) && isSaid(other, one)
                ? FieldVerdict.close(Field.GIVEN_NAME, BITS)
                : given;
    }

    /** Whether an address of this record says a given name of either, by itself or with the family name. */
    private static boolean isSaid(Evidence whose, Evidence other) {
        var names = Stream.concat(whose.names().stream(), other.names().stream()).toList();
        var spellings = names.stream()
                .map(name -> TextKeys.squeezed(name.given()))
                .filter(given -> !given.isEmpty())
                .flatMap(given -> spellings(given, names))
                .filter(spelling -> spelling.length() >= SHORTEST)
                .toList();
        return whose.emails().stream()
                .map(OwnEmail::letters)
                .anyMatch(letters -> spellings.stream().anyMatch(spelling -> isSpelt(letters, spelling)));
    }

    /** "leah", "leahrussell", "russellleah", "lrussell", "russelll" and "leahr": "ann" is not in "joanna". */
    private static Stream<String> spellings(String given, Collection<NameKey> names) {
        return Stream.concat(
                Stream.of(given),
                names.stream()
                        .map(name -> TextKeys.squeezed(name.family()))
                        .filter(family -> !family.isEmpty())
                        .flatMap(family -> Stream.of(
                                given + family,
                                family + given,
                                given.charAt(0) + family,
                                family + given.charAt(0),
                                given + family.charAt(0))));
    }

    private static boolean isSpelt(String letters, String spelling) {
        return letters.equals(spelling) || spelling.length() > 5 && Similarity.edits(letters, spelling) <= 1;
    }

    private static String letters(String email) {
        return email.substring(0, Math.max(0, email.indexOf('@'))).replaceAll("[^\\p{L}]", "");
    }
}
