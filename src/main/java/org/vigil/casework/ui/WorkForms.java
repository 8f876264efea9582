package org.vigil.casework.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigil.casework.ActionKind;
import org.vigil.casework.AdviceAnswer;
import org.vigil.casework.CaseChanges;
import org.vigil.casework.CasePage;
import org.vigil.casework.ChallengeOutcome;
import org.vigil.casework.EvidenceKind;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.ReasonField;

/** What is entered of the investigation: risk, evidence, the prosecutor, oversight. */
final class WorkForms extends FormSet {

    WorkForms(CaseChanges changes, Clock clock, Supplier<CasePage> page, Runnable changed) {
        super(changes, clock, page, changed);
        assess();
        act("review", ActionKind.RISK_REVIEWED, "Record a risk review", "What was found");
        detailed("evidence", ActionKind.EVIDENCE, "Record evidence", "Evidence", EvidenceKind::label, EvidenceKind.values(),
                "What it is, and where");
        act("asked", ActionKind.ADVICE_ASKED, "Record that pre-charge advice was asked for", "Of whom, and for what");
        detailed("answered", ActionKind.ADVICE_ANSWERED, "Record the prosecutor's answer", "Answer", AdviceAnswer::label,
                AdviceAnswer.values(), "What was said");
        act("challenge", ActionKind.CHALLENGE_MADE, "Record a challenge to the prosecutor's decision", "Why it was challenged");
        act("nochallenge", ActionKind.CHALLENGE_NOT_MADE, "Record why the decision is not challenged", "Why not");
        detailed("challenged", ActionKind.CHALLENGE_ANSWERED, "Record what came of the challenge", "Outcome",
                ChallengeOutcome::label, ChallengeOutcome.values(), "What was said");
        act("oversight", ActionKind.OVERSIGHT, "Record specialist oversight", "What was looked at and directed");
    }

    private void assess() {
        var tool = choice("Form", RiskTool::label, Stream.of(RiskTool.values()));
        var version = new TextField("Version of the form");
        version.setMaxLength(24);
        var grade = choice("Grade", RiskGrade::label, Stream.of(RiskGrade.values()));
        var assessor = new TextField("Assessor");
        assessor.setMaxLength(120);
        var reviewOn = new DayField("Review by, if sooner than the policy says", clock);
        var at = moment("Assessed");
        form("assess", "Enter a risk assessment", "Enter assessment", "Assessment entered", () -> {
            var form = chosen(tool);
            var found = chosen(grade);
            var when = at(at);
            var day = reviewOn.read();
            if (form.isEmpty() || found.isEmpty() || when.isEmpty() || reviewOn.isInvalid()) {
                return Optional.empty();
            }
            return Optional.of(() -> {
                changes.assess(id(), version(), form.get(), version.getValue(), found.get(), when.get(),
                        assessor.getValue(), day.orElse(null), null);
                at.clear();
                grade.clear();
            });
        }, tool, version, grade, at, assessor, reviewOn);
    }

    private void act(String name, ActionKind kind, String summary, String asked) {
        var at = moment("When");
        var note = new ReasonField(asked);
        form(name, summary, "Record", kind.label() + ": recorded", () -> {
            var when = at(at);
            var said = note.read();
            return when.isEmpty() || said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> {
                        changes.act(id(), version(), kind, null, when.get(), said.get());
                        note.clear();
                        at.clear();
                    });
        }, at, note);
    }

    private <E extends Enum<E>> void detailed(
            String name,
            ActionKind kind,
            String summary,
            String label,
            Function<E, String> words,
            E[] values,
            String asked) {
        var detail = choice(label, words, Stream.of(values));
        var at = moment("When");
        var note = new ReasonField(asked);
        form(name, summary, "Record", kind.label() + ": recorded", () -> {
            var what = chosen(detail);
            var when = at(at);
            var said = note.read();
            return what.isEmpty() || when.isEmpty() || said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> {
                        changes.act(id(), version(), kind, what.get(), when.get(), said.get());
                        note.clear();
                        detail.clear();
                        at.clear();
                    });
        }, detail, at, note);
    }
}
