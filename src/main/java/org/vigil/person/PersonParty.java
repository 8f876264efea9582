package org.vigil.person;

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

    /** A party by what is said of it. */
    public static PersonParty of(SubjectRef subject, int place, String role, PersonDetails details) {
        return new PersonParty(subject, place, role, details, ContentHash.of(details));
    }
}
