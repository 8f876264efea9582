package org.vigil.alert.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertDetail;
import org.vigil.alert.AlertEvent;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertService;
import org.vigil.alert.AlertState;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.ClockText;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Pill;
import org.vigil.shared.ui.Places;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** One alert beside the list: where it stands, what can be done, and what happened so far. */
final class AlertPanel extends Section {

    private final AlertService service;
    private final AreaDirectory areas;
    private final Viewer viewer;
    private final AlertActing acting;
    private final AlertForms forms;
    private final Pill severity = new Pill("", Tone.NEUTRAL);
    private final ClockText clockText = new ClockText(null);
    private final H2 title = new H2();
    private final Paragraph holder = new Paragraph();
    private final Facts facts = new Facts();
    private final RowList history = new RowList("History");
    private final Button close = new Button("Close");
    private final Button acknowledge = new Button("Acknowledge");
    private final Button takeBack = new Button("Take it back");
    private final Button take = new Button("Take it");
    private final Button give = new Button("Give to…");
    private final Button snooze = new Button("Snooze…");
    private final Button escalate = new Button("Escalate…");
    private final Button resolve = new Button("Resolve…");
    private @Nullable AlertRow shown;

    AlertPanel(
            AlertService service,
            AreaDirectory areas,
            Viewer viewer,
            AlertActing acting,
            Clock clock,
            Runnable whenClosed) {
        this.service = service;
        this.areas = areas;
        this.viewer = viewer;
        this.acting = acting;
        forms = new AlertForms(clock);
        addClassNames("panel", "alert-detail");
        getElement().setAttribute("aria-label", "The alert");
        setVisible(false);
        close.addClickListener(click -> {
            shut();
            whenClosed.run();
        });
        close.getElement().setAttribute("data-alert-close", true);
        history.asTimeline();
        clockText.addClassName("pill");
        var head = new Div(severity, clockText, close);
        head.addClassNames("cluster", "alert-head");
        var happened = new H2("What happened");
        add(head, title, holder, buttons(), forms, facts, happened, history);
    }

    private Div buttons() {
        acknowledge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        acknowledge.getElement().setAttribute("data-alert-action", AlertWords.ACKNOWLEDGE);
        take.getElement().setAttribute("data-alert-action", AlertWords.TAKE);
        acknowledge.addClickListener(click -> acting.acknowledge(id(), version()));
        takeBack.addClickListener(click -> acting.undo(id(), version()));
        take.addClickListener(click -> acting.take(id(), version()));
        give.addClickListener(click -> forms.give(
                service.assignable(id()).stream()
                        .filter(person -> !Objects.equals(person.accountId(), viewer.accountId()))
                        .toList(),
                person -> acting.give(id(), version(), person)));
        snooze.addClickListener(click -> forms.snooze(
                Objects.requireNonNull(shown).dueAt(),
                (until, reason) -> acting.snooze(id(), version(), until, reason)));
        escalate.addClickListener(click -> forms.escalate(
                service.escalations(id()), (duty, reason) -> acting.escalate(id(), version(), duty, reason)));
        resolve.addClickListener(click -> forms.resolve(reason -> acting.resolve(id(), version(), reason)));
        var buttons = new Div(acknowledge, takeBack, take, give, snooze, escalate, resolve);
        buttons.addClassNames("cluster", "alert-buttons");
        return buttons;
    }

    /** The alert that is open here, or null. */
    @Nullable Long openId() {
        return shown == null ? null : shown.id();
    }

    /** Shows an alert; the same one again keeps a form that is being filled in. */
    void show(AlertDetail detail) {
        var alert = detail.alert();
        var another = shown == null || shown.id() != alert.id();
        shown = alert;
        severity.set(AlertWords.severity(alert.severity()), AlertWords.tone(alert.severity()));
        clockText.setVisible(alert.dueAt() != null && alert.state().isOpen());
        clockText.setDue(alert.dueAt());
        title.setText(alert.title() + " · " + alert.subject().reference());
        holder.setText(AlertWords.holder(alert));
        offer(alert);
        tell(detail);
        setVisible(true);
        if (another) {
            forms.shut();
            close.focus();
        }
    }

    private void offer(AlertRow alert) {
        var open = alert.state().isOpen();
        var mine = Objects.equals(alert.assignedTo(), viewer.accountId());
        var acknowledged = alert.state() == AlertState.ACKNOWLEDGED;
        acknowledge.setVisible(open && !acknowledged);
        takeBack.setVisible(acknowledged && Objects.equals(alert.acknowledgedBy(), viewer.accountId()));
        take.setVisible(open && !(mine && acknowledged));
        for (var each : new Button[] {give, snooze, escalate, resolve}) {
            each.setVisible(open);
        }
        if (!open) {
            forms.shut();
        }
    }

    private void tell(AlertDetail detail) {
        var alert = detail.alert();
        var area = alert.areaId();
        var called = Stream.concat(
                        detail.audience().stream().filter(each -> each.notified()).map(each -> each.duty().label()),
                        detail.people().stream())
                .collect(Collectors.joining(", "));
        var told = new Facts();
        told.with("About", subject(alert))
                .with("Says", alert.detail())
                .with("Area", area == null ? "Whole force" : areas.pathName(area))
                .with("Raised", UkTime.moment(alert.raisedAt()));
        if (alert.dueAt() != null) {
            told.with("Legally due", UkTime.moment(alert.dueAt()));
        }
        told.with("Calls", called);
        facts.show(told);
        history.setRows(detail.history().reversed().stream().map(AlertPanel::line).toList());
    }

    private static Component subject(AlertRow alert) {
        var subject = alert.subject();
        var words = subject.type().label() + " " + subject.reference();
        var href = Places.href(subject);
        return href == null ? new Span(words) : new Anchor(href, words);
    }

    private static Row line(AlertEvent event) {
        var by = event.by() == null ? "" : " by " + event.by();
        var row = Row.of(event.id(), event.kind().label() + by)
                .lead(UkTime.moment(event.at()))
                .line(event.note());
        var severity = event.severity();
        return severity == null
                ? row
                : row.badge(AlertWords.severity(severity), AlertWords.tone(severity));
    }

    /** Closes the panel; the list keeps its place. */
    void shut() {
        shown = null;
        forms.shut();
        setVisible(false);
    }

    private long id() {
        return Objects.requireNonNull(shown).id();
    }

    private int version() {
        return Objects.requireNonNull(shown).version();
    }
}
