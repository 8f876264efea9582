package org.vigil.person.search;

import java.util.Set;

/** How a module lets people be found by its own references: implement it as a component, and the search asks it. */
public interface ReferenceFinder {

    /**
     * The people of the record that is called so, by an index look-up.
     *
     * @param reference as typed, in any case of letters
     * @return their keys; empty where this module has no such record
     */
    Set<Long> peopleOf(String reference);
}
