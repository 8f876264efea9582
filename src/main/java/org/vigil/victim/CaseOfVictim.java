package org.vigil.victim;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * What the victim's side needs to know of a case.
 *
 * @param victims the numbers of the victims whom the case names
 * @param chargedSince when the first of its suspects was charged, or null
 */
public record CaseOfVictim(
        long id,
        String reference,
        @Nullable String title,
        @Nullable Long areaId,
        Instant reportedAt,
        @Nullable Instant closedAt,
        @Nullable RiskGrade risk,
        List<Integer> victims,
        List<Integer> suspects,
        List<Integer> children,
        @Nullable Instant chargedSince) {

    public CaseOfVictim {
        victims = List.copyOf(victims);
        suspects = List.copyOf(suspects);
        children = List.copyOf(children);
    }

    public SubjectRef subject() {
        return new SubjectRef(SubjectType.CASE, id, reference);
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
