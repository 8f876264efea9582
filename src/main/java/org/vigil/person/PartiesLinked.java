package org.vigil.person;

import java.time.Instant;
import java.util.Collection;
import org.vigil.shared.SubjectType;

/** A module that wants to know when it becomes known who the parties of its records are; implement it as a component. */
public interface PartiesLinked {

    /** The kind of record whose parties it waits for. */
    SubjectType type();

    /** The parties of these records were linked to people, in the transaction that is under way. */
    void linked(Collection<Long> subjects, Instant now);
}
