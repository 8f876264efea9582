package org.vigil.casework.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CasePolicy;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.casework.rules.CaseHealth;
import org.vigil.casework.rules.CaseReview;
import org.vigil.incident.RiskGrade;

/**
 * A case with what follows from it, by which lists are sorted and filtered.
 *
 * @param outstanding how many of its suspects are wanted
 * @param attentionAt from when it needs somebody, if nothing about it changes
 */
public record StoredCase(
        Case file,
        @Nullable RiskGrade risk,
        int outstanding,
        @Nullable Instant outstandingSince,
        @Nullable LocalDate releaseOn,
        @Nullable Instant reviewDueAt,
        @Nullable Instant allocateBy,
        @Nullable Instant attentionAt) {

    /** The case with all that follows from it. */
    public static StoredCase of(Case file, CasePolicy policy, Instant now) {
        var wanted = file.namedSuspects().stream()
                .filter(suspect -> suspect.status() == SuspectStatus.OUTSTANDING)
                .toList();
        return new StoredCase(
                file,
                file.risk().map(Assessment::grade).orElse(null),
                wanted.size(),
                wanted.stream().map(Suspect::since).min(Comparator.naturalOrder()).orElse(null),
                file.namedSuspects().stream()
                        .map(Suspect::releaseOn)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                CaseReview.of(file, policy).map(CaseReview.Next::dueAt).orElse(null),
                CaseHealth.allocateBy(file, policy),
                CaseHealth.attentionFrom(file, policy, now));
    }
}
