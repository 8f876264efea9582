package org.vigil.person.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.person.search.data.PlaceQueries;
import org.vigil.person.search.data.StreetQueries;
import org.vigil.person.search.rules.Evidence;
import org.vigil.person.search.rules.Evidence.Clue;
import org.vigil.person.search.rules.Terms;
import org.vigil.person.search.rules.Terms.Postcode;
import org.vigil.person.search.rules.Terms.Postcode.Part;
import org.vigil.person.search.rules.Terms.Street;

/**
 * Finds people by where they live or lived and by the end of a number: exact where it tells people apart, else only among
 * those whom something else found.
 */
@Component
class PlaceFinder {

    /** From so many last figures on a number is looked up by them. */
    private static final int TELLING_FIGURES = 6;

    private final PlaceQueries places;
    private final StreetQueries streets;

    PlaceFinder(PlaceQueries places, StreetQueries streets) {
        this.places = places;
        this.streets = streets;
    }

    /**
     * The places and numbers that a query may mean.
     *
     * @param streets keys of those that the words of the address may name
     */
    record Meant(List<Postcode> postcodes, List<String> phoneEnds, @Nullable Street street, List<Integer> streets) {

        boolean isEmpty() {
            return postcodes.isEmpty() && phoneEnds.isEmpty() && street == null;
        }
    }

    /** Looks up once what the words of an address may name. */
    Meant meant(Terms terms) {
        var street = terms.street();
        return new Meant(
                terms.postcodes(), terms.phoneEnds(), street, street == null ? List.of() : streets.called(street));
    }

    /**
     * Adds who is at a place, or has a number, that few share.
     *
     * @return what more people share than were looked up, so that others of them may be among those found by something else
     */
    Meant exact(Meant meant, Map<Long, Evidence> found) {
        var postcodes = meant.postcodes().stream()
                .filter(postcode -> postcode.part() != Part.WHOLE
                        || isCrowded(places.byPostcode(postcode), Clue.POSTCODE, found))
                .toList();
        var ends = meant.phoneEnds().stream()
                .filter(end -> end.length() < TELLING_FIGURES || isCrowded(places.byPhoneEnd(end), Clue.PHONE_END, found))
                .toList();
        var street = meant.street();
        var isOpen = street != null && isCrowded(streets.at(meant.streets(), street.number()), clueOf(street), found);
        return new Meant(postcodes, ends, isOpen ? street : null, meant.streets());
    }

    /** Adds these people; whether there may be more like them. */
    private static boolean isCrowded(Set<Long> some, Clue clue, Map<Long, Evidence> found) {
        some.forEach(person -> clue(person, clue, found));
        return some.size() >= PlaceQueries.MOST;
    }

    /** Adds some of the many who are in an area or whose number ends so. */
    void broad(Meant meant, Map<Long, Evidence> found) {
        for (var postcode : meant.postcodes()) {
            places.byPostcode(postcode).forEach(person -> clue(person, Clue.POSTCODE_PART, found));
        }
        for (var end : meant.phoneEnds()) {
            places.byPhoneEnd(end).forEach(person -> clue(person, Clue.PHONE_END, found));
        }
    }

    /** Adds people of the streets that have all of these words in their name: not every street says that it is one. */
    void named(List<String> words, Map<Long, Evidence> found) {
        var street = new Street(null, words, false);
        streets.at(streets.called(street), null).forEach(person -> clue(person, Clue.STREET, found));
    }

    /** Says of those found already who is at the place that was asked for, by record. */
    void narrow(Meant meant, Map<Long, Evidence> byRecord) {
        var records = byRecord.keySet();
        for (var postcode : meant.postcodes()) {
            var clue = postcode.part() == Part.WHOLE ? Clue.POSTCODE : Clue.POSTCODE_PART;
            places.within(records, postcode).forEach(record -> byRecord.get(record).clue(clue));
        }
        for (var end : meant.phoneEnds()) {
            places.withPhoneEnd(records, end).forEach(record -> byRecord.get(record).clue(Clue.PHONE_END));
        }
        var street = meant.street();
        if (street != null) {
            streets.at(records, meant.streets(), street.number())
                    .forEach(record -> byRecord.get(record).clue(clueOf(street)));
        }
    }

    private static Clue clueOf(Street street) {
        return street.number() == null ? Clue.STREET : Clue.HOUSE;
    }

    private static void clue(long person, Clue clue, Map<Long, Evidence> found) {
        found.computeIfAbsent(person, Evidence::new).clue(clue);
    }
}
