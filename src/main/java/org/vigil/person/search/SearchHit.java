package org.vigil.person.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a search found, as a row of the results shows them.
 *
 * @param personId the key of the person's page
 * @param name the name that the person is known by
 * @param otherName the name that matched, where it is another one
 * @param births dates of birth as held, the likeliest first
 * @param identifiers such as "PNC 01/1234567X"
 * @param addresses none that is protected
 * @param warnings for the safety of officers
 * @param measures live orders, bail, MARAC and whatever else modules add
 * @param reasons why this person was found, in words, the weightiest first
 */
public record SearchHit(
        long personId,
        MarkedText name,
        @Nullable MarkedText otherName,
        List<MarkedText> births,
        List<MarkedText> identifiers,
        List<MarkedText> phones,
        List<MarkedText> addresses,
        List<String> warnings,
        List<LiveMeasure> measures,
        List<String> reasons) {

    public SearchHit {
        births = List.copyOf(births);
        identifiers = List.copyOf(identifiers);
        phones = List.copyOf(phones);
        addresses = List.copyOf(addresses);
        warnings = List.copyOf(warnings);
        measures = List.copyOf(measures);
        reasons = List.copyOf(reasons);
    }
}
