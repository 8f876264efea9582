package org.vigil.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What another module knows that cases lack; a case shows it with its own lines. Every module that has something to say
 * has one bean of this kind.
 */
public interface CaseLines {

    /** The lines of these cases, those that need somebody now first; cases that lack nothing may be left out. */
    Map<Long, List<HealthLine>> lines(Collection<Long> cases, Instant now);
}
