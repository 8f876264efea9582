package org.vigil.person.search;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigil.person.search.data.PlaceQueries;
import org.vigil.person.search.data.StreetQueries;
import org.vigil.person.search.rules.Evidence;
import org.vigil.person.search.rules.Evidence.Clue;
import org.vigil.person.search.rules.Terms;
import org.vigil.person.search.rules.Terms.Postcode.Part;

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
     * The places that a query may mean.
     *
     * @param streets keys of those that the words of the address may name
     */
    record Meant(Terms terms, List<Integer> streets) {}

    /** Looks up once what the words of an address may name. */
    Meant meant(Terms terms) {
        var street = terms.street();
        return new Meant(terms, street == null ? List.of() : streets.called(street));
    }

    /** Adds who is at a place, or has a number, that few share. */
    void exact(Meant meant, Map<Long, Evidence> found) {
        var terms = meant.terms();
        for (var postcode : terms.postcodes()) {
            if (postcode.part() == Part.WHOLE) {
                places.byPostcode(postcode).forEach(person -> clue(person, Clue.POSTCODE, found));
            }
        }
        for (var end : terms.phoneEnds()) {
            if (end.length() >= TELLING_FIGURES) {
                places.byPhoneEnd(end).forEach(person -> clue(person, Clue.PHONE_END, found));
            }
        }
        var street = terms.street();
        if (street != null) {
            streets.at(meant.streets(), street.number()).forEach(person -> clue(person, clueOf(street), found));
        }
    }

    /** Adds some of the many who are in an area or whose number ends so. */
    void broad(Terms terms, Map<Long, Evidence> found) {
        for (var postcode : terms.postcodes()) {
            places.byPostcode(postcode).forEach(person -> clue(person, Clue.POSTCODE_PART, found));
        }
        for (var end : terms.phoneEnds()) {
            places.byPhoneEnd(end).forEach(person -> clue(person, Clue.PHONE_END, found));
        }
    }

    /** Says of those found already who is at the place that was asked for, by record. */
    void narrow(Meant meant, Map<Long, Evidence> byRecord) {
        var terms = meant.terms();
        var records = byRecord.keySet();
        for (var postcode : terms.postcodes()) {
            var clue = postcode.part() == Part.WHOLE ? Clue.POSTCODE : Clue.POSTCODE_PART;
            places.within(records, postcode).forEach(record -> byRecord.get(record).clue(clue));
        }
        for (var end : terms.phoneEnds()) {
            places.withPhoneEnd(records, end).forEach(record -> byRecord.get(record).clue(Clue.PHONE_END));
        }
        var street = terms.street();
        if (street != null) {
            streets.at(records, meant.streets(), street.number())
                    .forEach(record -> byRecord.get(record).clue(clueOf(street)));
        }
    }

    private static Clue clueOf(Terms.Street street) {
        return street.number() == null ? Clue.STREET : Clue.HOUSE;
    }

    private static void clue(long person, Clue clue, Map<Long, Evidence> found) {
        found.computeIfAbsent(person, Evidence::new).clue(clue);
    }
}
