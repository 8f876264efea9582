package org.vigil.person.search.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a query was taken for, in words: whoever finds nothing can see whether they were misread. */
public final class Understood {

    private Understood() {}

    /** "name “bob smith”", "born 1984", "phone 07700900123": one for each part of the query. */
    public static List<String> of(Terms terms) {
        var parts = new ArrayList<String>();
        if (!terms.names().isEmpty()) {
            parts.add("name " + quoted(terms.names().stream().map(Asked::written).collect(Collectors.joining(" "))));
        }
        var birth = terms.birth();
        if (birth != null) {
            parts.add((birth.kind() == BirthClue.Kind.AGE ? "age " : "born ") + quoted(birth.written()));
        }
        terms.phones().forEach(phone -> parts.add("phone " + (phone.startsWith("44") ? "0" + phone.substring(2) : phone)));
        terms.phoneEnds().forEach(end -> parts.add("phone ending " + end));
        terms.emails().forEach(email -> parts.add("e-mail " + email));
        terms.postcodes().forEach(postcode -> parts.add("postcode " + postcode.written()));
        var street = terms.street();
        if (street != null) {
            var number = street.number() == null ? "" : street.number() + " ";
            parts.add("address " + quoted(number + String.join(" ", street.words())));
        }
        terms.people().forEach(person -> parts.add("person " + person));
        terms.references().forEach(reference -> parts.add("reference " + quoted(reference.written())));
        return List.copyOf(parts);
    }

    private static String quoted(String text) {
        return "“" + text.strip() + "”";
    }
}
