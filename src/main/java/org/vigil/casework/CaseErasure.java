package org.vigil.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** What another module holds in words of the people of cases, taken out when one of them is erased; one bean per module. */
public interface CaseErasure {

    /** These people of a case were erased, in the transaction that is under way. */
    void erased(long caseId, Collection<Integer> places, Instant now);

    /** The fields of the audit log that hold such words. */
    Set<String> loggedFields();
}
