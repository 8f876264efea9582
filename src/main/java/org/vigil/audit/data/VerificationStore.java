package org.vigil.audit.data;

import static org.vigil.db.generated.Tables.AUDIT_VERIFICATION;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.audit.Verification;
import org.vigil.audit.rules.PlainText;

/** How each check of the log went. */
@Component
public class VerificationStore {

    private final DSLContext dsl;

    VerificationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Verification verification) {
        var bad = verification.firstBadStream();
        dsl.insertInto(AUDIT_VERIFICATION)
                .set(AUDIT_VERIFICATION.STARTED_AT, verification.startedAt())
                .set(AUDIT_VERIFICATION.FINISHED_AT, verification.finishedAt())
                .set(AUDIT_VERIFICATION.ASKED_BY, verification.askedBy())
                .set(AUDIT_VERIFICATION.ENTRIES, verification.entries())
                .set(AUDIT_VERIFICATION.ANCHORS, verification.anchors())
                .set(AUDIT_VERIFICATION.INTACT, verification.intact())
                .set(AUDIT_VERIFICATION.FIRST_BAD_ENTRY, verification.firstBadEntry())
                .set(AUDIT_VERIFICATION.FIRST_BAD_STREAM, bad == null ? null : bad.shortValue())
                .set(AUDIT_VERIFICATION.FIRST_BAD_POSITION, verification.firstBadPosition())
                .set(AUDIT_VERIFICATION.PROBLEM, PlainText.line(verification.problem(), 255))
                .execute();
    }

    /** The latest check that came to an end. */
    public Optional<Verification> last() {
        return dsl.selectFrom(AUDIT_VERIFICATION)
                .orderBy(AUDIT_VERIFICATION.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Verification(
                        row.getStartedAt(),
                        row.getFinishedAt(),
                        row.getAskedBy(),
                        row.getEntries(),
                        row.getAnchors(),
                        row.getFirstBadEntry(),
                        row.getFirstBadStream() == null ? null : row.getFirstBadStream().intValue(),
                        row.getFirstBadPosition(),
                        row.getProblem()));
    }
}
