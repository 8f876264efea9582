package org.vigil.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectType;

/**
 * Somebody named in a record of another module, and who that is.
 *
 * @param personId the record that the party was found to be, which may have been merged since
 * @param place where in the other record: the party's position in a call
 */
public record PersonLink(
        long id,
        long personId,
        SubjectType subjectType,
        long subjectId,
        int place,
        String role,
        Origin origin,
        String contentHash,
        Instant linkedAt,
        @Nullable Long linkedBy) {

    /** The link where its party stands now. */
    PersonLink movedTo(int newPlace, String newRole) {
        return new PersonLink(
                id, personId, subjectType, subjectId, newPlace, newRole, origin, contentHash, linkedAt, linkedBy);
    }
}
