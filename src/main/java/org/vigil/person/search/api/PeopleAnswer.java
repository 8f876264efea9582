package org.vigil.person.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.search.SearchAnswer;

/**
 * What the search answers.
 *
 * @param next always null: whoever wants others than the first asks more precisely
 * @param more whether further people were found
 * @param restricted null, or whom to ask about something restricted that was found as well
 * @param notes what of the query was left out
 * @param understood what the query was taken for, part by part
 */
@JsonInclude
record PeopleAnswer(
        List<PersonHit> items,
        @Nullable String next,
        boolean more,
        @Nullable Restricted restricted,
        List<String> notes,
        List<String> understood) {

    @JsonInclude
    record Restricted(String message, List<String> ask) {}

    static PeopleAnswer of(SearchAnswer answer) {
        var notice = answer.restricted();
        return new PeopleAnswer(
                answer.hits().stream().map(PersonHit::of).toList(),
                null,
                answer.more(),
                notice == null
                        ? null
                        : new Restricted(
                                "Something restricted was found as well. " + notice.words() + ".", notice.ask()),
                answer.notes(),
                answer.understood());
    }
}
