package org.vigil.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person with all that their page shows.
 *
 * @param others the names of those whom the page mentions and the viewer may see in full, by the keys it mentions
 * @param restricted the keys of those it mentions of whom the viewer may only know that they are there
 * @param officers the names of the accounts that set markers and flags
 * @param flagsDue by when each flag that is to be chased must stand
 * @param merges that made the person what they are, latest first; empty for those whose duty does not decide them
 * @param measures what is in force now
 * @param chronology latest first
 * @param elsewhere how many entries lie outside the viewer's areas
 * @param glassUntil until when broken glass shows the record, or null
 */
public record PersonPage(
        Person person,
        Map<Long, String> others,
        List<Long> restricted,
        Map<Long, String> officers,
        Map<Long, Instant> flagsDue,
        List<PersonMerge> merges,
        List<PersonMeasure> measures,
        List<ChronologyEntry> chronology,
        int elsewhere,
        @Nullable Instant glassUntil,
        Instant readAt) {

    public PersonPage {
        others = Map.copyOf(others);
        restricted = List.copyOf(restricted);
        officers = Map.copyOf(officers);
        flagsDue = Map.copyOf(flagsDue);
        merges = List.copyOf(merges);
        measures = List.copyOf(measures);
        chronology = List.copyOf(chronology);
    }

    /**
     * An entry with what the person is to the others in it.
     *
     * @param withPartner whether a partner or former partner is in it too
     */
    public record ChronologyEntry(PersonEntry entry, boolean withPartner) {}
}
