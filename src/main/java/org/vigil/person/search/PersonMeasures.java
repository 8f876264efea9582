package org.vigil.person.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigil.shared.Viewer;

/** How a module shows what is live about people in the results: implement it as a component, and each page asks once. */
public interface PersonMeasures {

    /**
     * What is live about these people at an instant, as far as the viewer may know of it.
     *
     * @param people for each person the keys of all records that are this person, to any of which something may hang
     * @return by person, the gravest first; people without any may be left out
     */
    Map<Long, List<LiveMeasure>> liveOf(Map<Long, List<Long>> people, Viewer viewer, Instant now);
}
