package org.vigil.custody.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.custody.CustodyDesk;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyFeed;
import org.vigil.custody.CustodyPage;
import org.vigil.custody.CustodyService;
import org.vigil.custody.rules.CustodyAnswer;
import org.vigil.custody.rules.NextSteps;
import org.vigil.person.ShownParty;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.RowList;

/** One custody record: where the suspect is and until when, what may be entered next, and all that happened. */
@StyleSheet("context://assets/custody.css")
@Route("custody/:id([0-9]{1,18})")
@RolesAllowed({"CUSTODY", "SUPERVISOR", "SPECIALIST", "LEADER", "CALLS", "RESPONSE", "NPT"})
class CustodyRecordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Who it is shows once they are matched; nothing about the record itself changes then. */
    private static final Duration MATCHING = Duration.ofSeconds(2);

    private final CustodyService custody;
    private final CustodyDesk desk;
    private final CustodyFeed feed;
    private final AreaDirectory areas;
    private final Clock clock;
    private final boolean mayEnter;
    private final PageHeader header = new PageHeader("Custody");
    private final Paragraph answer = new Paragraph();
    private final Div callout = new Div();
    private final Div actions = new Div();
    private final Div form = new Div();
    private final Panel next = new Panel("Enter what happened", actions, form);
    private final RowList clocks = new RowList("Clocks of this record");
    private final RowList timeline = new RowList("What happened, oldest first");
    private final Div suspect = new Div();
    private volatile long id;
    private volatile LiveLook look = new LiveLook();
    private @Nullable CustodyPage page;
    private @Nullable ShownParty shownSuspect;
    private List<CustodyEventKind> offered = List.of();
    private @Nullable LiveRefresh<Optional<CustodyPage>> refresh;
    private CustodyFeed.@Nullable Registration subscription;

    CustodyRecordView(
            CustodyService custody,
            CustodyDesk desk,
            CustodyFeed feed,
            AreaDirectory areas,
            CurrentViewer viewers,
            Clock clock) {
        this.custody = custody;
        this.desk = desk;
        this.feed = feed;
        this.areas = areas;
        this.clock = clock;
        mayEnter = viewers.get().hasAny(Set.of(Duty.CUSTODY, Duty.SUPERVISOR, Duty.SPECIALIST));
        callout.addClassNames("callout", "custody-answer");
        answer.addClassName("answer");
        actions.addClassName("custody-actions");
        form.addClassNames("custody-form", "no-print");
        timeline.asTimeline();
        clocks.setEmptyText("No clock runs for this record.");
        var main = new Div(new Panel("Clocks", clocks), new Panel("What happened", timeline));
        var side = new Div(new Panel("Suspect, as given", suspect));
        main.addClassName("stack");
        side.addClassName("stack");
        var split = new Div(main, side);
        split.addClassName("split");
        addClassName("stack");
        add(header, callout);
        if (mayEnter) {
            add(next);
        }
        add(split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // The same object serves the next record: what was logged of one says nothing of the other.
        id = event.getRouteParameters().getLong("id").orElse(0L);
        look = new LiveLook();
        closeForm();
        offered = List.of();
        shownSuspect = null;
        suspect.removeAll();
        var found = read();
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        found.ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "Custody" : "Custody " + page.record().reference()) + " · Vigil";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var reading = new LiveRefresh<>(this, this::read, this::show);
        refresh = reading;
        subscription = feed.subscribe(reading::request);
        awaitMatching();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.remove();
        }
        if (refresh != null) {
            refresh.close();
        }
    }

    private void awaitMatching() {
        var now = page;
        var unknown = now != null && now.suspect() != null && now.suspect().person() == null;
        if (unknown && refresh != null) {
            refresh.after(MATCHING);
        }
    }

    private Optional<CustodyPage> read() {
        var now = clock.instant();
        var reading = look;
        var isNew = reading.isDue(now);
        var found = custody.page(id, isNew);
        if (isNew) {
            reading.logged(now);
        }
        return found;
    }

    private void show(Optional<CustodyPage> found) {
        // A reading of the record that was open before may come late.
        found.filter(each -> each.record().id() == id).ifPresent(each -> {
            show(each);
            awaitMatching();
        });
    }

    private void show(CustodyPage now) {
        page = now;
        var record = now.record();
        var standing = now.standing();
        var area = record.areaId() == null ? "No area: whole force" : areas.pathName(record.areaId());
        header.setHeading("Custody " + record.reference());
        header.setSub((now.suspect() == null ? "Nobody named yet" : now.suspect().name()) + " · "
                + standing.state().label() + " since " + UkTime.moment(standing.since()) + " · " + area);
        callout.removeAll();
        answer.setText(CustodyAnswer.of(standing, now.readAt()));
        callout.add(answer);
        CustodyAnswer.more(standing, now.readAt()).forEach(line -> callout.add(new Paragraph(line)));
        if (record.twinKey() != null) {
            callout.add(new Paragraph("The same person is held on another record too: one of them must be wrong. The alert names"
                    + " both."));
        }
        clocks.setRows(RecordPanels.clocks(now));
        timeline.setRows(RecordPanels.timeline(now));
        if (now.suspect() == null || !now.suspect().equals(shownSuspect)) {
            shownSuspect = now.suspect();
            RecordPanels.suspect(suspect, now);
        }
        offer(NextSteps.of(standing), NextSteps.putRight(standing));
    }

    private void offer(List<CustodyEventKind> steps, List<CustodyEventKind> putRight) {
        var all = java.util.stream.Stream.concat(steps.stream(), putRight.stream()).toList();
        if (!mayEnter || all.equals(offered)) {
            return;
        }
        offered = all;
        actions.removeAll();
        for (var kind : steps) {
            actions.add(new Button(kind.label(), click -> open(kind, kind.label())));
        }
        for (var kind : putRight) {
            var words = "Put right: " + kind.label().toLowerCase(java.util.Locale.UK);
            var button = new Button(words, click -> open(kind, words));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(button);
        }
    }

    /** One form at a time, in place; a refused one stays as it was typed. */
    private void open(CustodyEventKind kind, String heading) {
        var shown = page;
        if (shown == null) {
            return;
        }
        form.removeAll();
        var typed = new EventForm(kind, shown.standing(), clock);
        var save = new Button("Save", click -> save(typed));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(save, new Button("Cancel", click -> closeForm()));
        buttons.addClassName("cluster");
        var fields = new Div();
        fields.addClassName("form");
        fields.add(typed.fields());
        fields.add(buttons);
        form.add(new H3(heading), fields);
        typed.focus();
    }

    private void save(EventForm typed) {
        var shown = page;
        if (shown == null) {
            return;
        }
        var done = Notices.attempt(() -> {
            var entered = desk.enter(shown.record().id(), shown.record().version(), typed.message());
            Notices.done("Entered");
            entered.doubts().forEach(Notices::done);
        });
        if (done) {
            closeForm();
        }
        show(read());
    }

    private void closeForm() {
        form.removeAll();
    }
}
