package org.vigil.person.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonMeasure;
import org.vigil.person.search.MarkedText;
import org.vigil.person.search.SearchHit;

/** Somebody whom the search found, as the API answers it; marks are places in the name, in UTF-16 units. */
@JsonInclude
record PersonHit(
        long id,
        String name,
        @Nullable String otherName,
        @Nullable String dateOfBirth,
        List<String> identifiers,
        List<String> warnings,
        List<Measure> measures,
        boolean restricted,
        List<String> reasons,
        List<MarkedText.Range> marks) {

    record Measure(String kind, String detail) {

        static Measure of(PersonMeasure measure) {
            return new Measure(measure.kind(), measure.detail());
        }
    }

    static PersonHit of(SearchHit hit) {
        return new PersonHit(
                hit.personId(),
                hit.name().text(),
                hit.otherName() == null ? null : hit.otherName().text(),
                hit.dateOfBirth(),
                hit.identifiers().stream().map(MarkedText::text).toList(),
                hit.warnings(),
                hit.measures().stream().map(Measure::of).toList(),
                hit.restricted(),
                hit.reasons(),
                hit.name().marks());
    }
}
