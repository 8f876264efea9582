package org.vigil.person;

import java.util.List;
import org.vigil.person.rules.ContentHash;
import org.vigil.shared.SubjectRef;

/**
 * Somebody named in a record of another module.
 *
 * @param place where in the record: the party's position in a call
 * @param role the record's own word for it: VICTIM, SUSPECT, RESPONDENT
 * @param details what the record says about them
 * @param contentHash of the details: while it is the same, nothing is matched again
 */
public record PersonParty(SubjectRef subject, int place, String role, PersonDetails details, String contentHash) {

    /** In the place of a hash where nothing is said any more. */
    public static final String ERASED = "erased";

    /** Somebody who was erased: whoever is linked there stays so, and nobody is found. */
    public static PersonParty erased(SubjectRef subject, int place, String role) {
        return new PersonParty(subject, place, role, new PersonDetails(Sex.NOT_ASKED, List.of()), ERASED);
    }

    /** Whether nothing is said any more. */
    public boolean wasErased() {
        return contentHash.equals(ERASED);
    }

    /** A party by what is said of it. */
    public static PersonParty of(SubjectRef subject, int place, String role, PersonDetails details) {
        return new PersonParty(subject, place, role, details, ContentHash.of(details));
    }
}
