package org.vigil.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.deadline.data.CatalogueLock;
import org.vigil.deadline.data.ReplanStore;
import org.vigil.deadline.data.RuleStore;
import org.vigil.deadline.rules.Rung;
import org.vigil.deadline.rules.StageRules;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;

/** Supersedes rules. A version in force is never edited: it ends, another begins, and both stay readable. */
@Service
public class RuleService {

    private static final int LONGEST_LENGTH = 10_000;

    private final Transactions transactions;
    private final RuleStore store;
    private final Catalogues catalogues;
    private final CatalogueLock lock;
    private final ReplanStore replans;
    private final Replanning replanning;
    private final AuditLog audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    RuleService(
            Transactions transactions,
            RuleStore store,
            Catalogues catalogues,
            CatalogueLock lock,
            ReplanStore replans,
            Replanning replanning,
            AuditLog audit,
            CurrentViewer viewer,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.catalogues = catalogues;
        this.lock = lock;
        this.replans = replans;
        this.replanning = replanning;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A version that was written, and how many running clocks it has changed; one that begins later changes them then. */
    public record Superseded(long ruleId, int clocksChanged) {}

    /**
     * Ends a version and begins the next. Running clocks are changed afterwards, page by page.
     *
     * @throws InvalidInputException when something about the change can't be taken
     * @throws ChangedMeanwhileException when the version on screen is no longer the last one
     */
    @Requires(Duty.ADMIN)
    public Superseded supersede(RuleChange change) {
        var now = clock.instant();
        var written = transactions.call(() -> supersedeNow(change, now));
        return new Superseded(written.ruleId(), replanning.run(List.of(written.replan()), now).changed());
    }

    private record Written(long ruleId, long replan) {}

    private Written supersedeNow(RuleChange change, Instant now) {
        lock.change();
        var before = catalogues.current().byId(change.supersedesId());
        check(change, before);
        if (!store.end(before.id(), change.validFrom())) {
            throw new ChangedMeanwhileException("This rule");
        }
        var by = viewer.get().username();
        var id = store.insert(next(before, change, by));
        audit.record(note(before, catalogues.current().byId(id)));
        var why = "New rule: " + change.reason();
        var isInForce = !change.validFrom().isAfter(now);
        var first = replans.ask(before.code(), id, change.alsoRunning() && isInForce, why, by, now);
        if (change.alsoRunning() && !isInForce) {
            // Until then the version that is in force now is the law for what started under it.
            replans.ask(before.code(), id, true, why, by, change.validFrom());
        }
        return new Written(id, first);
    }

    private static void check(RuleChange change, DeadlineRule before) {
        if (change.reason().isBlank()) {
            throw new InvalidInputException("reason", "is needed: say why the rule changes and on whose authority");
        }
        if (change.basis().isBlank() || change.basis().length() > 160) {
            throw new InvalidInputException("basis", "must name the law, guidance or policy in at most 160 characters");
        }
        var length = change.length();
        if (length != null && (length < 1 || length > LONGEST_LENGTH)) {
            throw new InvalidInputException("length", "must be between 1 and " + LONGEST_LENGTH);
        }
        if (length != null && before.unit() == null) {
            throw new InvalidInputException("length", "can't be set: each case brings the end of this clock");
        }
        if (length == null && before.length() != null) {
            throw new InvalidInputException("length", "is needed");
        }
        if (!change.validFrom().isAfter(before.validFrom())) {
            throw new InvalidInputException(
                    "validFrom",
                    "must be later than " + UkTime.day(UkTime.localDay(before.validFrom()))
                            + ", when the version on screen begins");
        }
        StageRules.problem(stages(before, change).stream().map(DeadlineRung::rung).toList())
                .ifPresent(problem -> {
                    throw new InvalidInputException("stages", problem);
                });
    }

    private static DeadlineRule next(DeadlineRule before, RuleChange change, String by) {
        return new DeadlineRule(
                0,
                before.code(),
                before.title(),
                before.kind(),
                change.length(),
                before.unit(),
                before.startsWith(),
                before.metWhen(),
                change.basis().strip(),
                blankToNull(change.note()),
                before.ownerDuty(),
                before.pausable(),
                before.breachable(),
                before.staleAfterMinutes(),
                change.validFrom(),
                null,
                by,
                change.reason().strip(),
                stages(before, change));
    }

    private static List<DeadlineRung> stages(DeadlineRule before, RuleChange change) {
        return before.rungs().stream()
                .map(stage -> new DeadlineRung(
                        changed(stage.rung(), change.stages().get(stage.rung().position())),
                        stage.severity(),
                        stage.audience()))
                .toList();
    }

    private static Rung changed(Rung rung, @Nullable Integer value) {
        if (value == null) {
            return rung;
        }
        return new Rung(
                rung.position(),
                rung.name(),
                rung.percent() == null ? null : value,
                rung.minutesFromDue() == null ? null : value,
                rung.daysFromStart() == null ? null : value);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static AuditNote note(DeadlineRule before, DeadlineRule after) {
        var subject = new SubjectRef(SubjectType.DEADLINE_RULE, after.id(), after.code());
        return AuditNote.change(subject, "Superseded the rule " + after.code())
                .withPurpose(after.reason())
                .withField("length", before.lengthInWords(), after.lengthInWords())
                .withField("basis", before.basis(), after.basis())
                .withField("note", before.note(), after.note())
                .withField("stages", before.stages(), after.stages())
                .withField("validFrom", before.validFrom(), after.validFrom());
    }
}
