package org.vigil.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.person.ShownParty;

/**
 * A case in a list, as its viewer may see it.
 *
 * @param people whom it names
 * @param first what it lacks most, or null
 * @param lacks how many lines it has in all
 */
public record CaseRow(Case file, List<ShownParty> people, @Nullable HealthLine first, int lacks) {

    public CaseRow {
        people = List.copyOf(people);
    }
}
