package org.vigil.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigil.shared.Viewer;

/**
 * What a module knows to be in force about people: an order, bail, a MARAC, a call that officers are on the way to. The
 * person's page and the results of the search ask every bean of this kind, once for all the people they show.
 */
public interface PersonMeasures {

    /**
     * What is in force about these people, as far as the viewer may know of it.
     *
     * @param people every record that is one of them, merged ones included, by the record that stands for them
     * @return by the record that stands for them, the gravest first; people without any may be left out
     */
    Map<Long, List<PersonMeasure>> liveOf(Map<Long, List<Long>> people, Viewer viewer, Instant now);
}
