package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.rules.IdentifierKey;

/**
 * What a query was understood to ask for; whatever is absent was not asked.
 *
 * @param names words of a name, in the order typed
 * @param phones digits with the country's code: "447700900123"
 * @param phoneEnds last figures of a number
 * @param postcodes capitals without a space, whole, outward or begun
 * @param people keys of people's records here
 * @param street part of an address
 * @param notes what was left out and why, in words for the officer
 */
public record Terms(
        List<Asked> names,
        @Nullable BirthClue birth,
        List<String> phones,
        List<String> phoneEnds,
        List<Postcode> postcodes,
        List<Reference> references,
        List<Long> people,
        List<String> emails,
        @Nullable Street street,
        List<String> notes) {

    /** A postcode or the beginning of one. */
    public record Postcode(String key, Part part, String written) {

        /** How much of it was given. */
        public enum Part {
            WHOLE,
            /** "PR1": all of the part before the space, so that PR12 is not meant. */
            OUTWARD,
            /** "PR1 2". */
            SECTOR
        }

        /** Whether a held postcode, capitals without a space, is meant. */
        public boolean fits(String held) {
            return switch (part) {
                case WHOLE -> held.equals(key);
                // The part after the space has three characters in every postcode.
                case OUTWARD -> held.length() == key.length() + 3 && held.startsWith(key);
                case SECTOR -> held.length() == key.length() + 2 && held.startsWith(key);
            };
        }
    }

    /** A reference of any kind: of a person in another system, or of a record here. */
    public record Reference(String written) {

        private static final List<Pattern> UNPARTED_PNC = List.of(
                Pattern.compile("(\\d{2})(\\d{4,7}[A-Z])"), Pattern.compile("((?:19|20)\\d{2})(\\d{4,7}[A-Z])"));

        /** Every form in which it may be held as somebody's identifier; a PNC number is often written without its stroke. */
        public Set<String> keys() {
            var capitals = written.toUpperCase(Locale.ROOT);
            var keys = new LinkedHashSet<String>();
            keys.add(IdentifierKey.of(IdentifierScheme.LOCAL, written).value());
            keys.add(IdentifierKey.of(IdentifierScheme.PNC, capitals).value());
            for (var form : UNPARTED_PNC) {
                var parts = form.matcher(capitals);
                if (parts.matches()) {
                    keys.add(IdentifierKey.of(IdentifierScheme.PNC, parts.group(1) + "/" + parts.group(2)).value());
                }
            }
            return keys;
        }
    }

    /**
     * Part of an address.
     *
     * @param number the house's, or null
     * @param words folded words of the rest
     * @param certain whether it can be nothing else; otherwise the words are looked for as a name as well
     */
    public record Street(@Nullable String number, List<String> words, boolean certain) {}

    public Terms {
        names = List.copyOf(names);
        phones = List.copyOf(phones);
        phoneEnds = List.copyOf(phoneEnds);
        postcodes = List.copyOf(postcodes);
        references = List.copyOf(references);
        people = List.copyOf(people);
        emails = List.copyOf(emails);
        notes = List.copyOf(notes);
    }

    /** Whether nothing is left to look for. */
    public boolean isEmpty() {
        return names.stream().allMatch(Asked::isInitial)
                && birth == null
                && phones.isEmpty()
                && phoneEnds.isEmpty()
                && postcodes.isEmpty()
                && references.isEmpty()
                && people.isEmpty()
                && emails.isEmpty()
                && street == null;
    }

    Terms withNote(String note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Terms(names, birth, phones, phoneEnds, postcodes, references, people, emails, street, all);
    }

    /** Words of the name that must be found, or all where every one is optional. */
    public List<Asked> mainNames() {
        var main = names.stream().filter(word -> !word.optional()).toList();
        return main.isEmpty() ? names : main;
    }
}
