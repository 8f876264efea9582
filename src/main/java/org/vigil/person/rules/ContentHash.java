package org.vigil.person.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.vigil.person.PersonDetails;
import org.vigil.person.PersonPart;

/**
 * What a record of another module said of a party, in 64 characters: 40 of all that was said but the role, which says
 * nothing of who it is, and 24 of the name. So a party is known again wherever in the record it stands, and where more is
 * said of it than before.
 */
public final class ContentHash {

    private static final int OF_ALL = 40;
    private static final int OF_NAME = 24;
    private static final String NO_NAME = "0".repeat(OF_NAME);

    private ContentHash() {}

    public static String of(PersonDetails details) {
        var all = details.parts().stream().map(PersonPart::toString).collect(Collectors.joining("\n"));
        var names = details.parts().stream()
                .flatMap(part -> part instanceof PersonPart.Name name ? java.util.stream.Stream.of(name) : null)
                .map(name -> NameKey.of(name.given(), name.family()))
                .filter(name -> !name.isEmpty())
                .map(NameKey::toString)
                .collect(Collectors.joining("\n"));
        return digest(details.sex() + "\n" + all).substring(0, OF_ALL)
                + (names.isEmpty() ? NO_NAME : digest(names).substring(0, OF_NAME));
    }

    /** Whether both are of somebody named, and named the same. */
    public static boolean haveOneName(String one, String other) {
        return one.length() == OF_ALL + OF_NAME
                && other.length() == one.length()
                && one.substring(OF_ALL).equals(other.substring(OF_ALL))
                && !one.endsWith(NO_NAME);
    }

    private static String digest(String said) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
