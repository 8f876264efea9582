package org.vigil.person;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigil.person.PersonCore.SafeContact;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.Viewer;

/** What people's records say about contacting them safely, for modules whose officers must contact them. */
@Component
public class SafeContacts {

    private static final SafeContact NOTHING = new SafeContact(null, null, null);

    private final PersonReads people;

    SafeContacts(PersonReads people) {
        this.people = people;
    }

    /** By person, for those whom the viewer sees in full and of whom something is recorded. */
    public Map<Long, SafeContact> of(Viewer viewer, Collection<Long> persons, Instant now) {
        var known = new HashMap<Long, SafeContact>();
        if (!persons.isEmpty()) {
            people.inFull(viewer, persons, now).stream()
                    .filter(person -> !NOTHING.equals(person.core().contact()))
                    .forEach(person -> known.put(person.id(), person.core().contact()));
        }
        return known;
    }
}
