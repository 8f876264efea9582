package org.vigil.casework;

import java.util.List;

/**
 * What lies outside a case and bears on its health.
 *
 * @param callsNotFound references of calls that it names and that the console does not hold
 * @param counters other cases with the same two people the other way about
 */
public record Surroundings(List<String> callsNotFound, List<Counter> counters) {

    public static final Surroundings NONE = new Surroundings(List.of(), List.of());

    public Surroundings {
        callsNotFound = List.copyOf(callsNotFound);
        counters = List.copyOf(counters);
    }

    /**
     * A case in which this one's victim is suspect and its suspect victim.
     *
     * @param place the suspect of this case who is victim there
     * @param decided whether it was said, in either case, who is the primary perpetrator
     */
    public record Counter(long caseId, String reference, int place, boolean decided) {}
}
