package org.vigil.person.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.search.LiveMeasure;
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
        List<LiveMeasure> measures,
        List<String> reasons,
        List<MarkedText.Range> marks) {

    static PersonHit of(SearchHit hit) {
        return new PersonHit(
                hit.personId(),
                hit.name().text(),
                hit.otherName() == null ? null : hit.otherName().text(),
                hit.births().isEmpty() ? null : hit.births().getFirst().text(),
                hit.identifiers().stream().map(MarkedText::text).toList(),
                hit.warnings(),
                hit.measures(),
                hit.reasons(),
                hit.name().marks());
    }
}
