package org.vigil.incident.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.incident.CallCorrections;
import org.vigil.incident.CallFeed;
import org.vigil.incident.CallPage;
import org.vigil.incident.CallParties;
import org.vigil.incident.HeldBack;
import org.vigil.incident.IncidentService;
import org.vigil.incident.Party;
import org.vigil.incident.rules.CallAnswer;
import org.vigil.person.search.PeopleByWords;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** One call: is it graded right, who is late, and all that happened to it. */
@StyleSheet("context://assets/calls.css")
@Route("calls/:id([0-9]{1,18})")
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "CALLS", "LEADER"})
class CallView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Who is named shows once they are matched; nothing about the call itself changes then. */
    private static final Duration MATCHING = Duration.ofSeconds(2);

    private final IncidentService calls;
    private final CallFeed feed;
    private final AreaDirectory areas;
    private final Clock clock;
    private final PageHeader header = new PageHeader("Call");
    private final Div answer = new Div();
    private final Paragraph grade = new Paragraph();
    private final Paragraph attendance = new Paragraph();
    private final Paragraph first = new Paragraph();
    private final Paragraph crime = new Paragraph();
    private final RowList clocks = new RowList("Clocks of this call");
    private final RowList timeline = new RowList("What happened to this call, oldest first");
    private final Div parties = new Div();
    private final Paragraph description = new Paragraph();
    private final Paragraph heldBack = new Paragraph();
    private final Facts details = new Facts();
    private final Div putRight = new Div();
    private final CallCorrections corrections;
    private final boolean mayCorrect;
    private final PartyForm partyForm;
    private @Nullable CorrectionForms forms;
    private volatile long id;
    private volatile LiveLook look = new LiveLook();
    private @Nullable CallPage page;
    private @Nullable List<Party> shownParties;
    private Map<Integer, Long> shownPeople = Map.of();
    private @Nullable HeldBack shownHeldBack;
    private @Nullable LiveRefresh<Optional<CallPage>> refresh;
    private CallFeed.@Nullable Registration subscription;

    CallView(
            IncidentService calls,
            CallCorrections corrections,
            CallParties callParties,
            PeopleByWords finder,
            CallFeed feed,
            AreaDirectory areas,
            CurrentViewer viewers,
            Clock clock) {
        this.calls = calls;
        this.feed = feed;
        this.areas = areas;
        this.clock = clock;
        this.corrections = corrections;
        mayCorrect = viewers.get().hasAny(Set.of(Duty.SUPERVISOR, Duty.CALLS));
        var maySay = viewers.get().hasAny(
                Set.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.CALLS));
        partyForm = new PartyForm(
                callParties, finder::find, () -> Objects.requireNonNull(page), this::readNow, maySay);
        answer.addClassNames("callout", "call-answer");
        parties.addClassName("call-parties");
        attendance.addClassName("answer");
        answer.add(attendance, first, grade, crime);
        timeline.asTimeline();
        clocks.setEmptyText("No clock runs: the call is not flagged as domestic abuse.");
        description.addClassName("as-typed");
        heldBack.addClassNames("callout", "call-held", Tone.WARN.cssClass());
        var main = new Div(new Panel("Clocks", clocks), new Panel("What happened", timeline));
        var side = new Div(new Panel("Parties, as given", heldBack, parties, partyForm), new Panel("The call", description, details));
        if (mayCorrect) {
            side.addComponentAsFirst(putRight);
        }
        main.addClassName("stack");
        side.addClassName("stack");
        var split = new Div(main, side);
        split.addClassName("split");
        addClassName("stack");
        add(header, answer, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // The same object serves the next call: what was logged of one says nothing of the other.
        id = event.getRouteParameters().getLong("id").orElse(0L);
        look = new LiveLook();
        offerForms();
        var found = read();
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(found);
    }

    /** Forms of this call alone: what was typed about another must not be entered here. */
    private void offerForms() {
        if (mayCorrect) {
            forms = new CorrectionForms(corrections, clock, () -> Objects.requireNonNull(page), this::readNow);
            putRight.removeAll();
            putRight.add(new Panel("Put right", forms));
        }
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "Call" : "Call " + page.call().reference()) + " · Vigil";
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

    private void readNow() {
        show(read());
    }

    private Optional<CallPage> read() {
        var now = clock.instant();
        var reading = look;
        var isNew = reading.isDue(now);
        var found = calls.page(id, isNew);
        if (isNew) {
            reading.logged(now);
        }
        return found;
    }

    private void show(Optional<CallPage> found) {
        // A reading of the call that was open before may come late.
        found.filter(each -> each.call().id() == id).ifPresent(this::show);
    }

    private void show(CallPage now) {
        page = now;
        var call = now.call();
        var area = call.place().areaId() == null ? "No area: whole force" : areas.pathName(call.place().areaId());
        header.setHeading("Call " + call.reference());
        header.setSub("Received " + UkTime.moment(call.times().receivedAt()) + " · " + area
                + (call.place().line() == null ? "" : " · " + call.place().line()));
        var said = CallAnswer.of(now.facts(), now.policy(), now.times(), now.readAt());
        attendance.setText(said.attendance());
        first.setText(said.first());
        first.setVisible(!said.first().isEmpty());
        grade.setText(said.grade());
        crime.setText(said.crime());
        colour(now);
        clocks.setRows(CallPanels.clocks(now));
        timeline.setRows(CallPanels.timeline(now));
        if (!call.parties().equals(shownParties)
                || !now.people().equals(shownPeople)
                || !now.heldBack().equals(shownHeldBack)) {
            shownParties = call.parties();
            shownPeople = now.people();
            shownHeldBack = now.heldBack();
            CallPanels.parties(parties, now);
            heldBack.setText(now.heldBack().words());
            heldBack.setVisible(!now.heldBack().words().isEmpty());
            partyForm.show();
        }
        details.show(CallPanels.details(now, area));
        var text = call.details().description();
        description.setText(text == null ? "" : text);
        description.setVisible(text != null);
        if (forms != null) {
            forms.show(now);
        }
        awaitMatching();
    }

    private void awaitMatching() {
        if (page != null && page.heldBack().pending() && refresh != null) {
            refresh.after(MATCHING);
        }
    }

    private void colour(CallPage now) {
        var outcome = now.times().inForce().outcome();
        var tone = switch (outcome) {
            case LATE, OVERDUE, DATA_ERROR -> Tone.BAD;
            case WAITING, NOT_ATTENDED, ARRIVAL_NOT_GIVEN -> Tone.WARN;
            case IN_TIME -> Tone.OK;
            case NO_TARGET -> Tone.NEUTRAL;
        };
        for (var each : Tone.values()) {
            answer.setClassName(each.cssClass(), each == tone);
        }
    }
}
