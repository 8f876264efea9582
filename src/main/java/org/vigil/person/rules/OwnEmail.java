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

    /** Whether an address of this record says a name of either. */
    private static boolean isSaid(Evidence whose, Evidence other) {
        var names = Stream.concat(whose.names().stream(), other.names().stream()).toList();
        return whose.emails().stream()
                .map(OwnEmail::letters)
                .anyMatch(letters -> names.stream().anyMatch(name -> says(letters, name, names)));
    }

    private static boolean says(String letters, NameKey name, Collection<NameKey> names) {
        var given = TextKeys.squeezed(name.given());
        if (given.isEmpty()) {
            return false;
        }
        return given.length() >= SHORTEST && letters.contains(given)
                || names.stream()
                        .map(each -> TextKeys.squeezed(each.family()))
                        .anyMatch(family -> family.length() >= SHORTEST
                                && Similarity.edits(letters, given.charAt(0) + family) <= 1);
    }

    private static String letters(String email) {
        return email.substring(0, Math.max(0, email.indexOf('@'))).replaceAll("[^\\p{L}]", "");
    }
}
