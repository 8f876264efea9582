package org.vigil.casework.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigil.casework.CaseChanges;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CasePage;
import org.vigil.casework.Lead;
import org.vigil.casework.Surroundings.Counter;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/** What is decided about a case as a whole: who leads it, its level, who is the primary perpetrator, whether it is closed. */
final class SteeringForms extends FormSet {

    private static final String THIS = "The suspect of this case";
    private static final String OTHER = "The suspect of the other case";

    SteeringForms(CaseChanges changes, Clock clock, Supplier<CasePage> page, Runnable changed) {
        super(changes, clock, page, changed);
        allocate();
        primary();
        level();
        call();
        close();
    }

    /** Offers what fits the case as it stands. */
    void show(CasePage now) {
        offer("close", now.file().isOpen());
        offer("reopen", !now.file().isOpen());
        offer("primary", now.counters().stream().anyMatch(counter -> !counter.decided()));
    }

    private void allocate() {
        var name = field("Lead officer", 120);
        name.setRequiredIndicatorVisible(true);
        var collar = field("Collar number", 40);
        var pip = choice("Level of training (PIP)", level -> "PIP " + level, Stream.of(1, 2, 3, 4));
        pip.setRequiredIndicatorVisible(false);
        var team = field("Team", 80);
        var supervisor = field("Supervisor", 120);
        var reason = new ReasonField("Why this officer");
        form("allocate", "Allocate the case", "Allocate", "Case allocated", () -> {
            var why = reason.read();
            return why.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> {
                        changes.allocate(id(), version(), new Lead(name.getValue(), collar.getValue(), pip.getValue(),
                                team.getValue(), supervisor.getValue(), true), why.get());
                        reason.clear();
                    });
        }, name, collar, pip, team, supervisor, reason);
    }

    private void primary() {
        var which = new RadioButtonGroup<String>("Primary perpetrator", THIS, OTHER);
        which.setRequiredIndicatorVisible(true);
        var reason = new ReasonField("Why");
        form("primary", "Say who is the primary perpetrator", "Record", "Recorded for both cases", () -> {
            var why = reason.read();
            var counter = page().counters().stream().filter(each -> !each.decided()).findFirst();
            if (which.isEmpty()) {
                Notices.problem("Choose who is the primary perpetrator.");
            }
            return why.isEmpty() || which.isEmpty() || counter.isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> primary(counter.get(), THIS.equals(which.getValue()), why.get()));
        }, which, reason);
    }

    private void primary(Counter counter, boolean ofThisCase, String why) {
        changes.primary(id(), version(), counter.caseId(), ofThisCase, counter.place(), why);
    }

    private void level() {
        var level = choice("Level", CaseLevel::label, Stream.of(CaseLevel.values()));
        level.setEmptySelectionAllowed(true);
        level.setEmptySelectionCaption("As the rules say");
        level.setRequiredIndicatorVisible(false);
        var reason = new ReasonField("Why");
        form("level", "Set the level by hand", "Set level", "Level set", () -> reason.read()
                .map(why -> () -> {
                    changes.level(id(), version(), level.getValue(), why);
                    reason.clear();
                }), level, reason);
    }

    private void call() {
        var reference = field("Call's reference", 60);
        form("call", "Join a call", "Join call", "Call joined", () -> Optional.of(() -> {
            changes.joinCall(id(), version(), reference.getValue());
            reference.clear();
        }), reference);
    }

    private void close() {
        var outcome = new ReasonField("Outcome, and why it is closed");
        form("close", "Close the case", "Close case", "Case closed", () -> outcome.read()
                .map(said -> () -> changes.close(id(), version(), said)), outcome);
        var reason = new ReasonField("Why it is opened again");
        form("reopen", "Open the case again", "Open again", "Case opened again", () -> reason.read()
                .map(said -> () -> changes.reopen(id(), version(), said)), reason);
    }

    private static TextField field(String label, int most) {
        var field = new TextField(label);
        field.setMaxLength(most);
        return field;
    }
}
