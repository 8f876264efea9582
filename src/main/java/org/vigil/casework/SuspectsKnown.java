package org.vigil.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigil.casework.data.CaseQueries;
import org.vigil.person.PartiesLinked;
import org.vigil.person.PartyBook;
import org.vigil.person.ShownParty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Once it is known who a case's suspects are, what happened to them in custody since its report reaches it. */
@Component
class SuspectsKnown implements PartiesLinked {

    private final CaseQueries cases;
    private final PartyBook parties;
    private final CustodyOfSuspects custody;

    SuspectsKnown(CaseQueries cases, PartyBook parties, CustodyOfSuspects custody) {
        this.cases = cases;
        this.parties = parties;
        this.custody = custody;
    }

    @Override
    public SubjectType type() {
        return SubjectType.CASE;
    }

    @Override
    public void linked(Collection<Long> linked, Instant now) {
        var suspects = parties.shown(Viewer.engine(), SubjectType.CASE, linked, now).entrySet().stream()
                .collect(Collectors.toMap(
                        java.util.Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .filter(party -> party.role().equals(CaseRole.SUSPECT.name()))
                                .map(ShownParty::person)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())));
        var reportedAt = cases.byIds(linked).stream().collect(Collectors.toMap(Case::id, Case::reportedAt));
        custody.catchUp(suspects, reportedAt, now);
    }
}
