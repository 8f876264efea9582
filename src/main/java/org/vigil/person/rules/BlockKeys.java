package org.vigil.person.rules;

import org.vigil.person.BirthDate;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The keys under which a person is found as a candidate. Each joins two things, so that few people share one; a pair of
 * records that have none in common is never compared, so there are several, for several kinds of error.
 */
public final class BlockKeys {

    private BlockKeys() {}

    public static Set<Long> of(Evidence evidence) {
        var keys = new HashSet<String>();
        evidence.identifiers().forEach(id -> keys.add("id|" + id.scheme() + "|" + id.value()));
        evidence.phones().forEach(phone -> keys.add("ph|" + phone));
        evidence.emails().forEach(email -> {
            keys.add("em|" + email);
            keys.add("en|" + email.substring(0, Math.max(0, email.indexOf('@'))));
        });
        for (var name : evidence.names()) {
            names(keys, name);
            for (var birth : evidence.births()) {
                nameAndBirth(keys, name, birth);
            }
            for (var address : evidence.addresses()) {
                nameAndAddress(keys, name, address);
            }
        }
        for (var birth : evidence.births()) {
            for (var address : evidence.addresses()) {
                if (birth.isFull() && !address.postcode().isEmpty()) {
                    keys.add("bp|" + date(birth) + "|" + address.postcode());
                }
                if (birth.isFull()) {
                    address.words().stream()
                            .filter(word -> word.length() >= 5)
                            .limit(4)
                            .forEach(word -> keys.add("bw|" + date(birth) + "|" + word.substring(0, 5)));
                }
            }
        }
        var hashes = new HashSet<Long>();
        keys.forEach(key -> hashes.add(hash(key)));
        return hashes;
    }

    /** Both names by sound, in either order, and each exactly with the beginning of the other. */
    private static void names(Set<String> keys, NameKey name) {
        if (name.given().isEmpty() || name.family().isEmpty()) {
            keys.add("nw|" + TextKeys.squeezed(name.given() + name.family()));
            return;
        }
        keys.add(pair("nn", Sounds.of(name.given()), Sounds.of(name.family())));
        keys.add(pair("nx", start(name.given(), 3), start(name.family(), 4)));
        keys.add("nw|" + TextKeys.squeezed(name.given() + name.family()));
    }

    private static void nameAndBirth(Set<String> keys, NameKey name, BirthDate birth) {
        for (var part : new String[] {name.given(), name.family()}) {
            if (part.isEmpty()) {
                continue;
            }
            if (birth.isFull()) {
                keys.add("nb|" + start(part, 2) + "|" + date(birth));
                keys.add("ny|" + Sounds.of(part) + "|" + birth.year() + "|" + birth.day());
                keys.add("nm|" + Sounds.of(part) + "|" + birth.month() + "|" + birth.day());
                keys.add("nz|" + Sounds.of(part) + "|" + birth.year() + "|" + birth.month());
            }
        }
    }

    private static void nameAndAddress(Set<String> keys, NameKey name, AddressKey address) {
        for (var part : new String[] {name.given(), name.family()}) {
            if (part.isEmpty()) {
                continue;
            }
            if (!address.postcode().isEmpty()) {
                keys.add("np|" + start(part, 3) + "|" + address.postcode());
            }
            address.words().stream()
                    .filter(word -> word.length() >= 5)
                    .limit(3)
                    .forEach(word -> keys.add("na|" + Sounds.of(part) + "|" + word));
        }
    }

    private static String pair(String kind, String one, String other) {
        return one.compareTo(other) <= 0 ? kind + "|" + one + "|" + other : kind + "|" + other + "|" + one;
    }

    private static String start(String key, int length) {
        var squeezed = TextKeys.squeezed(key);
        return squeezed.length() <= length ? squeezed : squeezed.substring(0, length);
    }

    private static String date(BirthDate birth) {
        return birth.year() + "-" + birth.month() + "-" + birth.day();
    }

    /** FNV-1a over 64 bits: two keys of a million people hardly ever meet in it, and where they do only time is lost. */
    static long hash(String key) {
        var hash = 0xcbf29ce484222325L;
        for (var octet : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
