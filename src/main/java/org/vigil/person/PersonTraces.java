package org.vigil.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vigil.shared.SubjectType;

/**
 * What the records of a module hold of people beyond the people module's own: how long a person is kept hangs on it, and
 * an erasure reaches into it. Every module that links its parties to people has one bean of this kind.
 */
public interface PersonTraces {

    /**
     * One record of the module.
     *
     * @param reference as people write it
     * @param highRisk assessed as high risk
     * @param open still being worked on: nobody named in it is erased
     */
    record Trace(long subjectId, String reference, Instant at, boolean domesticAbuse, boolean highRisk, boolean open) {}

    /** The kind of record that it answers for. */
    SubjectType type();

    /** These records, whoever asks: for rules, never for a screen. */
    List<Trace> of(Collection<Long> subjects);

    /** Locks these records until the transaction ends, so that no feed writes them meanwhile. */
    void lock(Collection<Long> subjects);

    /**
     * Takes out who these parties are, for good: what a feed says of them later is left out as well.
     *
     * @return how many parties lost their details
     */
    int anonymise(Collection<PersonLink> links, Instant now);

    /** The fields of the audit log that hold parties in words. */
    Set<String> loggedFields();
}
