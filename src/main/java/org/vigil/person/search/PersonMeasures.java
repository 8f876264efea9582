package org.vigil.person.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vigil.shared.Viewer;

/** How a module shows what is live about people in the results: implement it as a component, and each page asks once. */
public interface PersonMeasures {

    /**
     * What is live about these people at an instant, as far as the viewer may know of it.
     *
     * @return by person, the gravest first; people without any may be left out
     */
    Map<Long, List<LiveMeasure>> liveOf(Collection<Long> people, Viewer viewer, Instant now);
}
