package org.vigil.incident;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.incident.data.GradePolicyQueries;
import org.vigil.incident.data.GradePolicyStore;
import org.vigil.incident.rules.GradePolicy;
import org.vigil.incident.rules.GradePolicyRules;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** The force's grades and attendance targets. A version is never edited: it ends, another begins, both stay readable. */
@Service
@Requires(Duty.ADMIN)
public class GradePolicyService {

    private final GradePolicyQueries queries;
    private final GradePolicyStore store;
    private final Transactions transactions;
    private final AuditLog audit;
    private final CurrentViewer viewers;
    private final Clock clock;

    GradePolicyService(
            GradePolicyQueries queries,
            GradePolicyStore store,
            Transactions transactions,
            AuditLog audit,
            CurrentViewer viewers,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Every version there has been or will be, the newest first. */
    public List<GradePolicy> versions() {
        return queries.all().all().reversed();
    }

    /**
     * Ends the last version and begins the next.
     *
     * @return the new version's key
     * @throws InvalidInputException when something about the change can't be taken
     * @throws ChangedMeanwhileException when the version on screen is no longer the last one
     */
    public long supersede(GradePolicyChange change) {
        return transactions.call(() -> {
            var before = versions().getFirst();
            if (before.id() != change.supersedesId()) {
                throw new ChangedMeanwhileException("The grade policy");
            }
            var from = UkTime.startOf(change.from());
            GradePolicyRules.check(change, before);
            // What was received is measured by the policy that was in force then, and goes on being so.
            if (!from.isAfter(clock.instant()) && queries.anyReceivedSince(from)) {
                throw new InvalidInputException(
                        "from", "Calls of that day are measured already: choose tomorrow or a later day.");
            }
            if (!store.end(before.id(), from)) {
                throw new ChangedMeanwhileException("The grade policy");
            }
            var id = store.insert(change, from, viewers.get().username());
            audit.record(AuditNote.change(
                            new SubjectRef(SubjectType.GRADE_POLICY, id, change.name().strip()), "Superseded the grade policy")
                    .withPurpose(change.reason().strip())
                    .withField("name", before.name(), change.name().strip())
                    .withField("basis", before.basis(), change.basis().strip())
                    .withField("grades", words(before.grades()), words(change.grades()))
                    .withField("validFrom", before.validFrom(), from));
            return id;
        });
    }

    private static String words(List<GradePolicy.Grade> grades) {
        return grades.stream()
                .map(grade -> grade.name() + ": " + grade.targetInWords())
                .collect(Collectors.joining("; "));
    }
}
