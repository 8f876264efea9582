package org.vigil.person;

import java.util.List;

/** What a feed or a form says about somebody. */
public record PersonDetails(Sex sex, List<PersonPart> parts) {

    public PersonDetails {
        parts = List.copyOf(parts);
    }
}
