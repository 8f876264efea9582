package org.vigil.victim;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.casework.SuspectCases;
import org.vigil.custody.CustodyChanged;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyQueries;

/** What happens in custody that is no status of a suspect and that a victim is told all the same (Victims' Code, right 6). */
@Component
class CustodyToTell {

    private final CustodyQueries custody;
    private final SuspectCases cases;
    private final VictimUpdates updates;

    CustodyToTell(CustodyQueries custody, SuspectCases cases, VictimUpdates updates) {
        this.custody = custody;
        this.cases = cases;
        this.updates = updates;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(CustodyChanged changed) {
        kind(changed.kind()).ifPresent(kind -> custody.personOf(changed.record())
                .map(cases::openCasesOf)
                .orElse(List.of())
                .forEach(suspect -> updates.owed(
                        suspect.caseId(), suspect.place(), kind, changed.at(), words(kind, changed), changed.now())));
    }

    private static Optional<UpdateKind> kind(CustodyEventKind kind) {
        return switch (kind) {
            case INTERVIEWED -> Optional.of(UpdateKind.INTERVIEWED);
            case BAIL_CONDITIONS_CHANGED, BAIL_EXTENDED -> Optional.of(UpdateKind.BAIL_CONDITIONS_CHANGED);
            default -> Optional.empty();
        };
    }

    private static @org.jspecify.annotations.Nullable String words(UpdateKind kind, CustodyChanged changed) {
        var bail = changed.after().bail();
        return kind == UpdateKind.BAIL_CONDITIONS_CHANGED && bail != null && !bail.conditions().isEmpty()
                ? String.join("; ", bail.conditions())
                : null;
    }
}
