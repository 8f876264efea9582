package org.vigil.person;

import java.time.Instant;
import java.util.List;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * What a module knows of a person's history. Every module with records about people has one bean of this kind; the
 * person's page asks them all and knows none of them. What is in force now they tell as {@link PersonMeasures}.
 */
public interface PersonChapter {

    /**
     * Whom it is about.
     *
     * @param records every record that is this person, merged ones included
     * @param links where they are named in records of other modules
     */
    record About(List<Long> records, List<PersonLink> links) {

        public About {
            records = List.copyOf(records);
            links = List.copyOf(links);
        }

        /** Where they are named in records of one kind. */
        public List<PersonLink> links(SubjectType type) {
            return links.stream().filter(link -> link.subjectType() == type).toList();
        }
    }

    /**
     * What the module has to say.
     *
     * @param entries for the chronology, in any order
     * @param elsewhere how many more there are that the viewer's areas do not cover
     */
    record Told(List<PersonEntry> entries, int elsewhere) {

        public static final Told NOTHING = new Told(List.of(), 0);

        public Told {
            entries = List.copyOf(entries);
        }
    }

    /** Tells what the viewer may know; nothing is logged here, since the page is one look. */
    Told tell(Viewer viewer, About about, Instant now);
}
