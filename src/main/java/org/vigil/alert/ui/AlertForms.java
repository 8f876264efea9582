package org.vigil.alert.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vigil.security.OnDuty;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.ReasonField;

/** The one form that is open below an alert's buttons: it asks in place for what the action needs. */
final class AlertForms extends Div {

    /** How long a snooze can be with one press; null stands for a time of one's own. */
    private record Span(String label, @Nullable Duration length) {}

    private static final List<Span> SPANS = List.of(
            new Span("15 minutes", Duration.ofMinutes(15)),
            new Span("30 minutes", Duration.ofMinutes(30)),
            new Span("1 hour", Duration.ofHours(1)),
            new Span("4 hours", Duration.ofHours(4)),
            new Span("Until a time", null));

    private final Clock clock;

    AlertForms(Clock clock) {
        this.clock = clock;
        addClassNames("form", "alert-form");
        setVisible(false);
    }

    interface Given {
        boolean to(OnDuty person);
    }

    interface Snoozed {
        boolean until(Instant end, String reason);
    }

    interface Escalated {
        boolean to(Duty duty, String reason);
    }

    interface Resolved {
        boolean because(String reason);
    }

    void give(List<OnDuty> people, Given given) {
        if (people.isEmpty()) {
            note("Give it to", "Nobody else who may see this alert is signed on.");
            return;
        }
        var person = new Select<OnDuty>();
        person.setLabel("Signed on, and may see it");
        person.setItems(people);
        person.setItemLabelGenerator(OnDuty::displayName);
        open("Give it to somebody", "Give it", () -> {
            person.setInvalid(person.isEmpty());
            return !person.isEmpty() && given.to(person.getValue());
        }, person);
    }

    void snooze(@Nullable Instant due, Snoozed snoozed) {
        var now = clock.instant();
        if (due != null && !due.isAfter(now)) {
            note("Snooze", "Its legal deadline has passed: it can't be snoozed.");
            return;
        }
        var span = new Select<Span>();
        span.setLabel("For how long");
        span.setItems(SPANS.stream()
                .filter(each -> each.length() == null || due == null || !now.plus(each.length()).isAfter(due))
                .toList());
        span.setItemLabelGenerator(Span::label);
        var until = new MomentField("Until", clock);
        until.setVisible(false);
        span.addValueChangeListener(
                change -> until.setVisible(change.getValue() != null && change.getValue().length() == null));
        var reason = new ReasonField("Why it can wait");
        open("Snooze", "Snooze", () -> {
            span.setInvalid(span.isEmpty());
            var end = span.isEmpty() ? Optional.<Instant>empty() : end(span.getValue(), until);
            var why = reason.read();
            return end.isPresent() && why.isPresent() && snoozed.until(end.get(), why.get());
        }, span, until, reason);
    }

    private Optional<Instant> end(Span span, MomentField until) {
        return span.length() == null ? until.read() : Optional.of(clock.instant().plus(span.length()));
    }

    void escalate(List<Duty> duties, Escalated escalated) {
        if (duties.isEmpty()) {
            note("Escalate", "Everybody above has been called already.");
            return;
        }
        var duty = new Select<Duty>();
        duty.setLabel("Call");
        duty.setItems(duties);
        duty.setItemLabelGenerator(Duty::label);
        duty.setValue(duties.getFirst());
        var reason = new ReasonField("Why it needs them");
        open("Escalate", "Escalate", () -> {
            var why = reason.read();
            return why.isPresent() && escalated.to(duty.getValue(), why.get());
        }, duty, reason);
    }

    void resolve(Resolved resolved) {
        var reason = new ReasonField("How it was resolved");
        open("Resolve", "Resolve", () -> {
            var why = reason.read();
            return why.isPresent() && resolved.because(why.get());
        }, reason);
    }

    /** Closes whatever form is open. */
    void shut() {
        removeAll();
        setVisible(false);
    }

    private void note(String title, String why) {
        removeAll();
        add(new H3(title), new Paragraph(why), new Button("Close", click -> shut()));
        setVisible(true);
    }

    private void open(String title, String verb, BooleanSupplier act, Component... fields) {
        removeAll();
        var go = new Button(verb, click -> {
            if (act.getAsBoolean()) {
                shut();
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var back = new Button("Never mind", click -> shut());
        var buttons = new Div(go, back);
        buttons.addClassName("cluster");
        add(new H3(title));
        add(fields);
        add(buttons);
        setVisible(true);
        if (fields[0] instanceof Focusable<?> first) {
            first.focus();
        }
    }
}
