package org.vigil.person.api;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigil.person.PersonPages;
import org.vigil.person.PersonPages.Opened;
import org.vigil.shared.api.ApiController;
import org.vigil.shared.api.ApiNotFoundException;

/** {@code GET /api/v1/people/{id}}: one person with everything linked that the account may see. */
@ApiController
class PersonController {

    private final PersonPages pages;

    PersonController(PersonPages pages) {
        this.pages = pages;
    }

    @GetMapping("/people/{id}")
    @Operation(
            summary = "One person with everything linked that the account may see",
            description = "Any record that is part of the person leads here. Of a restricted person the answer has only"
                    + " whom to ask and warnings for officers' safety; a protected address is never in it.")
    PersonAnswer person(@PathVariable long id) {
        return switch (pages.open(id, true).orElseThrow(() -> new ApiNotFoundException("person " + id))) {
            case Opened.InFull full -> PersonAnswer.of(full.page());
            case Opened.Restricted restricted -> PersonAnswer.of(restricted);
        };
    }
}
