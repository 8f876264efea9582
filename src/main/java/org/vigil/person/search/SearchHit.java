package org.vigil.person.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonMeasure;

/**
 * Somebody whom a search found, as a row of the results shows them.
 *
 * @param personId the key of the person's page
 * @param name the name that the person is known by
 * @param otherName the name that matched, where it is another one
 * @param dateOfBirth the first of them as systems write it: "1984-03-12", "1984-03" or "1984" as far as it is known
 * @param births dates of birth as held, the likeliest first
 * @param identifiers such as "PNC 01/1234567X"
 * @param phones telephone numbers, and e-mail addresses after them
 * @param addresses none that is protected, and none at the place of one that is
 * @param warnings for the safety of officers
 * @param measures live orders, bail, MARAC and whatever else modules add
 * @param restricted the viewer may not see the record: only what an officer's safety may hang on and what is in force is
 *     there, and the reasons say whom to ask
 * @param reasons why this person was found, in words, the weightiest first
 */
public record SearchHit(
        long personId,
        MarkedText name,
        @Nullable MarkedText otherName,
        @Nullable String dateOfBirth,
        List<MarkedText> births,
        List<MarkedText> identifiers,
        List<MarkedText> phones,
        List<MarkedText> emails,
        List<MarkedText> addresses,
        List<String> warnings,
        List<PersonMeasure> measures,
        boolean restricted,
        List<String> reasons) {

    /** What those outside see of a restricted record. */
    static SearchHit restricted(long personId, List<String> warnings, List<PersonMeasure> measures, List<String> ask) {
        return new SearchHit(
                personId,
                MarkedText.plain("Restricted"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                warnings,
                measures,
                true,
                List.of(RestrictedNotice.words(ask)));
    }

    public SearchHit {
        births = List.copyOf(births);
        identifiers = List.copyOf(identifiers);
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        addresses = List.copyOf(addresses);
        warnings = List.copyOf(warnings);
        measures = List.copyOf(measures);
        reasons = List.copyOf(reasons);
    }
}
