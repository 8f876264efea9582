package org.vigil.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where photographs are kept; who may see one is for the caller to say. */
public interface Photographs {

    /**
     * A photograph of a person.
     *
     * @param personId the record that holds it, which may be one merged into the person
     * @param sha256 of the content, in hexadecimal
     */
    record Photograph(
            long id, long personId, LocalDate takenOn, String source, String sha256, Instant addedAt, long addedBy) {}

    /** Keeps a JPEG; answers its key. */
    long add(long record, LocalDate takenOn, String source, byte[] jpeg, long by, Instant now);

    /** Those of these records that were not taken off, the latest taken first. */
    List<Photograph> of(Collection<Long> records);

    /** The JPEG of one that was not taken off. */
    Optional<byte[]> content(long id);

    /** Takes one off; false where it is off already. */
    boolean end(long id, String reason, long by, Instant now);
}
