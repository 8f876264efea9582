package org.vigil.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigil.casework.data.CasesOfPeople;
import org.vigil.person.search.FoundRecord;
import org.vigil.person.search.ReferenceFinder;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;

/** Finds a case and its people by its reference or by that of a crime, whichever system it came from. */
@Component
class CaseReferences implements ReferenceFinder {

    private final CasesOfPeople cases;

    CaseReferences(CasesOfPeople cases) {
        this.cases = cases;
    }

    @Override
    public Map<Long, String> peopleOf(String reference, Viewer viewer) {
        if (!viewer.hasAny(CaseReaders.DUTIES)) {
            return Map.of();
        }
        var people = new HashMap<Long, String>();
        cases.peopleOf(viewer, reference).forEach((person, called) -> people.put(person, "case " + called));
        return people;
    }

    @Override
    public List<FoundRecord> recordsOf(String reference, Viewer viewer) {
        return viewer.hasAny(CaseReaders.DUTIES)
                ? cases.called(viewer, reference).stream()
                        .map(file -> new FoundRecord(
                                new SubjectRef(SubjectType.CASE, file.id(), file.reference()),
                                "Case",
                                "Reported " + UkTime.moment(file.reportedAt()) + " · from " + file.source() + " · "
                                        + (file.closedAt() == null ? "open" : "closed"),
                                CaseReaders.href(file.id())))
                        .toList()
                : List.of();
    }
}
