package org.vigil.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import org.vigil.casework.data.CaseSurroundings;

/** In which open cases somebody is a suspect: for the rules of other modules, never for a screen. */
@Component
public class SuspectCases {

    private final CaseSurroundings surroundings;

    SuspectCases(CaseSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A suspect's place in a case. */
    public record SuspectOf(long caseId, int place) {}

    /** @param person any record that is them; merged ones count */
    public List<SuspectOf> openCasesOf(long person) {
        return surroundings.suspectIn(surroundings.recordsOf(person), true).stream()
                .map(suspect -> new SuspectOf(suspect.caseId(), suspect.place()))
                .toList();
    }
}
