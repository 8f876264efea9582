package org.vigil.person.search;

import java.util.List;
import java.util.Set;
import org.vigil.shared.Viewer;

/** How a module lets people be found by its own references: implement it as a component, and the search asks it. */
public interface ReferenceFinder {

    /**
     * The people of the record that is called so, by an index look-up.
     *
     * @param reference as typed, in any case of letters
     * @return their keys; empty where this module has no such record
     */
    Set<Long> peopleOf(String reference);

    /**
     * The records themselves that are called so, as far as the viewer may open them.
     *
     * @param reference as typed, in any case of letters
     */
    default List<FoundRecord> recordsOf(String reference, Viewer viewer) {
        return List.of();
    }
}
