package org.vigil.person.search;

import java.util.List;
import java.util.Map;
import org.vigil.shared.Viewer;

/** How a module lets people be found by its own references: implement it as a component, and the search asks it. */
public interface ReferenceFinder {

    /**
     * The people of the record that is called so, by an index look-up, as far as the viewer may open the record: who the
     * parties of something are is not told to anybody else.
     *
     * @param reference as typed, in any case of letters
     * @return by their keys what the record is called in words, such as "call P-2026-1"; empty where this module has no
     *     such record
     */
    Map<Long, String> peopleOf(String reference, Viewer viewer);

    /**
     * The records themselves that are called so, as far as the viewer may open them.
     *
     * @param reference as typed, in any case of letters
     */
    default List<FoundRecord> recordsOf(String reference, Viewer viewer) {
        return List.of();
    }
}
