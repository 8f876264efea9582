package org.vigil.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.vigil.person.rules.IdentifierKey;
import org.vigil.person.rules.NameKey;
import org.vigil.person.rules.PhoneKeys;

/**
 * By what an erased party is known again when a feed repeats it: salted hashes of the name, the date of birth and the
 * numbers, from which none of these can be read.
 *
 * @param name empty where none was given, as are {@code birth} and {@code phone}
 * @param numbers of PNC and the like, which nobody else has
 */
public record Fingerprint(String salt, String name, String birth, String phone, Set<String> numbers) {

    public Fingerprint {
        numbers = Set.copyOf(numbers);
    }

    /** Of what is said of a party. */
    public static Fingerprint of(PersonDetails details, String salt) {
        var name = "";
        var birth = "";
        var phone = "";
        var numbers = new TreeSet<String>();
        for (var part : details.parts()) {
            switch (part) {
                case PersonPart.Name said -> {
                    var key = NameKey.of(said.given(), said.family());
                    // The words in any order: a feed that turns given and family name round means the same person.
                    name = hash(salt, "name", String.join(" ", new TreeSet<>(key.words())));
                }
                case PersonPart.Birth said -> birth = hash(salt, "birth", said.words());
                case PersonPart.Identifier said -> numbers.add(hash(
                        salt, said.scheme().name(), IdentifierKey.of(said.scheme(), said.value()).value()));
                case PersonPart.Phone said -> phone = hash(salt, "phone", PhoneKeys.of(said.number()));
                case PersonPart.Email said -> {}
                case PersonPart.Address said -> {}
            }
        }
        numbers.remove("");
        return new Fingerprint(salt, name, birth, phone, numbers);
    }

    /**
     * Whether what is said now is said of the same party: a number of theirs is named, or the name without another birth,
     * or the birth where they stood, or the telephone where one of the two has no name. A telephone alone says little:
     * those of one home share it.
     */
    public boolean fits(PersonDetails said, boolean samePlace) {
        var now = of(said, salt);
        if (now.numbers().stream().anyMatch(numbers::contains)) {
            return true;
        }
        var otherBirth = !birth.isEmpty() && !now.birth().isEmpty() && !birth.equals(now.birth());
        var sameName = !name.isEmpty() && name.equals(now.name());
        var nameless = name.isEmpty() || now.name().isEmpty();
        return sameName && !otherBirth
                || samePlace && !birth.isEmpty() && birth.equals(now.birth())
                || nameless && !phone.isEmpty() && phone.equals(now.phone());
    }

    private static String hash(String salt, String kind, String key) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((salt + "\n" + kind + "\n" + key).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
