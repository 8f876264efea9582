package org.vigil.person.search.api;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigil.person.search.SearchService;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.api.ApiController;

/** {@code GET /api/v1/people?q=}: the single search, ranked. */
@ApiController
class PeopleSearchController {

    private final SearchService search;

    PeopleSearchController(SearchService search) {
        this.search = search;
    }

    @GetMapping("/people")
    @Operation(
            summary = "Finds people by whatever is known of them",
            description = "q takes a name in any order and spelling, a nickname, a date of birth or an age, a postcode or"
                    + " part of an address, a phone number, a reference, or several of these. The likeliest come first,"
                    + " each with the reasons. What makes no sense is left out, with a note.")
    PeopleAnswer people(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > SearchService.MOST) {
            throw new InvalidInputException("limit", "must be between 1 and " + SearchService.MOST);
        }
        return PeopleAnswer.of(search.search(q, limit));
    }
}
