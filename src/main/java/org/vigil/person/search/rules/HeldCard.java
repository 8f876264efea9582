package org.vigil.person.search.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.FlagSystem;
import org.vigil.person.MarkerType;

/**
 * What a row of the results says of a person.
 *
 * @param names as written, the one to show first at the beginning
 * @param addresses none that is protected, the newest first
 * @param warnings that stand
 * @param flags that are still to be set
 */
public record HeldCard(
        long personId,
        List<Name> names,
        List<BirthClue.Born> births,
        List<Identifier> identifiers,
        List<Phone> phones,
        List<String> emails,
        List<Address> addresses,
        List<MarkerType> warnings,
        List<Flag> flags) {

    /** A flag that another system has not set yet. */
    public record Flag(FlagSystem system, String what) {}

    /** A name as written. */
    public record Name(@Nullable String given, @Nullable String family) {

        /** "Siân DAVIES"; a name that nobody knows is "Name not known". */
        public String text() {
            var first = given == null ? "" : given.strip();
            var last = family == null ? "" : family.strip();
            var whole = (first + " " + last).strip();
            return whole.isEmpty() ? "Name not known" : whole;
        }
    }

    /** A number in another system. */
    public record Identifier(String scheme, String value, String key) {}

    /** A phone number. */
    public record Phone(String number, String digits) {}

    /** An address. */
    public record Address(@Nullable String line, @Nullable String postcode, String postcodeKey) {

        public String text() {
            return line == null ? String.valueOf(postcode) : postcode == null ? line : line + ", " + postcode;
        }
    }

    public HeldCard {
        names = List.copyOf(names);
        births = List.copyOf(births);
        identifiers = List.copyOf(identifiers);
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
        warnings = List.copyOf(warnings);
        flags = List.copyOf(flags);
    }
}
