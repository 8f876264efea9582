package org.vigil.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CallCorrections;
import org.vigil.incident.CallPage;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/** What a person may put right on a call, each in place and each with its evidence. */
final class CorrectionForms extends Div {

    private final CallCorrections corrections;
    private final Clock clock;
    private final Supplier<CallPage> page;
    private final Runnable changed;
    private final Details flag = new Details();
    private final Button flagButton = new Button();
    /** What the form of the flag was opened for: it must not turn into its opposite under the hand. */
    private @Nullable Opened opened;

    /**
     * @param page the call as it is on screen
     * @param changed reads the page anew
     */
    CorrectionForms(CallCorrections corrections, Clock clock, Supplier<CallPage> page, Runnable changed) {
        this.corrections = corrections;
        this.clock = clock;
        this.page = page;
        this.changed = changed;
        add(arrival(), flag(), crime(), noCrime());
    }

    /** A call as it was when a form on it was opened. */
    private record Opened(int version, boolean flagged) {}

    /** The flag's form says what it would do now; once it is open it goes on saying that. */
    void show(CallPage now) {
        if (opened == null) {
            offer(now.facts().domesticAbuse());
        }
    }

    private Opened asItIs() {
        return new Opened(version(), page.get().facts().domesticAbuse());
    }

    private void offer(boolean flagged) {
        flag.setSummaryText(flagged ? "Take the domestic abuse flag off" : "Set the domestic abuse flag");
        flagButton.setText(flagged ? "Take flag off" : "Set flag");
    }

    private Details arrival() {
        var at = new MomentField("First officers at the scene", clock);
        var evidence = new ReasonField("What shows it");
        var save = button("Enter arrival");
        var details = details("Enter the arrival time", at, evidence, save);
        save.addClickListener(click -> {
            var time = at.read();
            var basis = evidence.read();
            if (time.isEmpty() && at.isBlank()) {
                Notices.problem("Give the day and the time of the arrival.");
            }
            if (time.isPresent() && basis.isPresent()) {
                attempt("Arrival entered", details, () -> corrections.arrival(
                        id(), version(), time.get(), basis.get()));
            }
        });
        return details;
    }

    private Details flag() {
        var evidence = new ReasonField("Why");
        flagButton.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        flag.add(form(evidence, flagButton));
        flag.addOpenedChangeListener(change -> {
            opened = change.isOpened() ? asItIs() : null;
            offer(asItIs().flagged());
        });
        flagButton.addClickListener(click -> evidence.read().ifPresent(basis -> {
            var meant = opened != null ? opened : asItIs();
            attempt(meant.flagged() ? "Flag taken off" : "Flag set", flag, () -> {
                corrections.flag(id(), meant.version(), !meant.flagged(), basis);
                evidence.clear();
            });
            if (opened != null) {
                // It was refused, since the call changed meanwhile: what was typed stays, and the form says what it would do now.
                opened = asItIs();
                offer(opened.flagged());
            }
        }));
        return flag;
    }

    private Details crime() {
        var reference = new TextField("Crime reference");
        reference.setMaxLength(60);
        reference.setRequiredIndicatorVisible(true);
        var at = new MomentField("Recorded", clock);
        var evidence = new ReasonField("What shows it");
        var save = button("Enter crime");
        var details = details("Enter a recorded crime", reference, at, evidence, save);
        save.addClickListener(click -> {
            var time = at.read();
            var basis = evidence.read();
            if (time.isEmpty() && at.isBlank()) {
                Notices.problem("Give the day and the time at which the crime was recorded.");
            }
            if (time.isPresent() && basis.isPresent()) {
                attempt("Crime entered", details, () -> corrections.crimeRecorded(
                        id(), version(), time.get(), reference.getValue(), basis.get()));
            }
        });
        return details;
    }

    private Details noCrime() {
        var reason = new ReasonField("Why there was no crime");
        var at = new MomentField("Decided", clock);
        var evidence = new ReasonField("What shows it");
        var save = button("Enter decision");
        var details = details("Enter the decision that there was no crime", reason, at, evidence, save);
        save.addClickListener(click -> {
            var why = reason.read();
            var time = at.read();
            var basis = evidence.read();
            if (time.isEmpty() && at.isBlank()) {
                Notices.problem("Give the day and the time of the decision.");
            }
            if (why.isPresent() && time.isPresent() && basis.isPresent()) {
                attempt("Decision entered", details, () -> corrections.noCrime(
                        id(), version(), time.get(), why.get(), basis.get()));
            }
        });
        return details;
    }

    private void attempt(String done, Details form, Runnable action) {
        if (Notices.attempt(action)) {
            Notices.done(done);
            form.setOpened(false);
        }
        changed.run();
    }

    private long id() {
        return page.get().call().id();
    }

    private int version() {
        return page.get().call().version();
    }

    private static Button button(String text) {
        var button = new Button(text);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private static Details details(String summary, Component... fields) {
        return new Details(summary, form(fields));
    }

    private static Div form(Component... fields) {
        var form = new Div(fields);
        form.addClassName("form");
        return form;
    }
}
