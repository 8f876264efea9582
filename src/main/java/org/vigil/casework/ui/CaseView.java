package org.vigil.casework.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.casework.CaseChanges;
import org.vigil.casework.CasePage;
import org.vigil.casework.CaseService;
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

/** One case: what it lacks, who is in it, how the risk stands, and all that was done about it. */
@Route("cases/key/:id([0-9]{1,18})")
@RouteAlias("cases/:reference")
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "CUSTODY", "LEADER", "DVDS", "MARAC"})
class CaseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Others change a case too, and time alone makes it need somebody. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final CaseService cases;
    private final CaseChanges changes;
    private final AreaDirectory areas;
    private final Clock clock;
    private final boolean mayChange;
    private final PageHeader header = new PageHeader("Case");
    private final Paragraph answer = new Paragraph();
    private final Paragraph heldBack = new Paragraph(
            "Somebody in this case is held back or still being looked up: what anybody wrote is not shown.");
    private final RowList health = new RowList("What this case lacks");
    private final RowList clocks = new RowList("Clocks of this case");
    private final RowList story = new RowList("What happened to this case, latest first");
    private final RowList risk = new RowList("Risk assessments, latest first");
    private final RowList calls = new RowList("Calls, crimes and other cases");
    private final Div people = new Div();
    private final Facts details = new Facts();
    private final Div forms = new Div();
    private final List<CaseSection> sections;
    private final Div others = new Div();
    private @Nullable WorkForms work;
    private @Nullable PeopleForms suspects;
    private @Nullable SteeringForms steering;
    private volatile long id;
    private volatile LiveLook look = new LiveLook();
    private @Nullable CasePage page;
    private volatile @Nullable LiveRefresh<Optional<CasePage>> refresh;

    CaseView(
            CaseService cases,
            CaseChanges changes,
            List<CaseSection> sections,
            AreaDirectory areas,
            CurrentViewer viewers,
            Clock clock) {
        this.cases = cases;
        this.sections = sections.stream()
                .filter(CaseSection::isFor)
                .sorted(Comparator.comparingInt(CaseSection::order))
                .toList();
        this.changes = changes;
        this.areas = areas;
        this.clock = clock;
        mayChange = viewers.get().hasAny(Set.of(Duty.SUPERVISOR, Duty.SPECIALIST));
        answer.addClassName("answer");
        heldBack.addClassNames("callout", Tone.WARN.cssClass());
        health.setEmptyText("Nothing is missing.");
        health.addActionListener(press -> open(press.action()));
        clocks.setEmptyText("No clock runs: the case is closed.");
        risk.setEmptyText("Nobody has assessed the risk yet.");
        calls.setEmptyText("No call and no crime is joined to it.");
        story.asTimeline();
        var said = new Div(answer);
        said.addClassName("callout");
        var main = new Div(
                new Panel("What it lacks", health), new Panel("Risk", risk), others, new Panel("Clocks", clocks),
                new Panel("What happened", story));
        others.addClassName("stack");
        var side = new Div(new Panel("People", heldBack, people), new Panel("Calls and crimes", calls),
                new Panel("The case", details));
        if (mayChange) {
            side.addComponentAtIndex(1, new Panel("Enter", forms));
        }
        main.addClassName("stack");
        side.addClassName("stack");
        var split = new Div(main, side);
        split.addClassName("split");
        addClassName("stack");
        add(header, said, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // The same object serves the next case: what was logged of one says nothing of the other.
        look = new LiveLook();
        page = null;
        offerForms();
        var found = find(event);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        id = found.get().file().id();
        look.logged(clock.instant());
        others.removeAll();
        sections.forEach(section -> others.add(section.of(id)));
        show(found);
    }

    private Optional<CasePage> find(BeforeEnterEvent event) {
        var reference = event.getRouteParameters().get("reference");
        var source = event.getLocation().getQueryParameters().getSingleParameter("source").orElse(null);
        return reference.isPresent()
                ? cases.page(reference.get(), source, true)
                : cases.page(event.getRouteParameters().getLong("id").orElse(0L), true);
    }

    /** Forms of this case alone: what was typed about another must not be entered here. */
    private void offerForms() {
        if (mayChange) {
            work = new WorkForms(changes, clock, () -> Objects.requireNonNull(page), this::readNow);
            suspects = new PeopleForms(changes, clock, () -> Objects.requireNonNull(page), this::readNow);
            steering = new SteeringForms(changes, clock, () -> Objects.requireNonNull(page), this::readNow);
            forms.removeAll();
            forms.add(suspects, work, steering);
        }
    }

    private void open(String form) {
        if (work != null && suspects != null && steering != null && !work.open(form) && !suspects.open(form)) {
            steering.open(form);
        }
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "Case" : "Case " + page.file().reference()) + " · Vigil";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var reading = new LiveRefresh<>(this, this::read, this::show);
        refresh = reading;
        reading.after(Duration.ofSeconds(3));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (refresh != null) {
            refresh.close();
        }
    }

    private void readNow() {
        show(read());
    }

    private Optional<CasePage> read() {
        var now = clock.instant();
        var reading = look;
        var isNew = reading.isDue(now);
        var found = cases.page(id, isNew);
        if (isNew) {
            reading.logged(now);
        }
        return found;
    }

    private void show(Optional<CasePage> found) {
        // A reading of the case that was open before may come late.
        found.filter(each -> each.file().id() == id).ifPresent(this::show);
        if (refresh != null) {
            refresh.after(AGAIN);
        }
    }

    private void show(CasePage now) {
        var before = page;
        page = now;
        var file = now.file();
        header.setHeading("Case " + file.reference());
        header.setSub(CaseRows.joined(Stream.of(
                file.title(), "Reported " + UkTime.moment(file.reportedAt()), CaseRows.area(file, areas::pathName))));
        answer.setText(CaseWords.answer(now));
        heldBack.setVisible(now.heldBack());
        health.setRows(CasePanels.health(now, mayChange));
        clocks.setRows(CasePanels.clocks(now));
        story.setRows(CasePanels.story(now));
        risk.setRows(CasePanels.risk(now));
        calls.setRows(CasePanels.calls(now));
        if (before == null || !before.people().equals(now.people()) || before.file().version() != file.version()) {
            CasePanels.people(people, now);
        }
        details.show(new Facts()
                .with("State", file.closing().state().label())
                .with("Level", file.level().level().label() + ": " + file.level().why())
                .with("Lead officer", file.lead().words())
                .with("Team", file.lead().team())
                .with("Supervisor", file.lead().supervisor())
                .with("From", file.source())
                .with("Last changed there", UkTime.moment(file.changedAt())));
        if (suspects != null && steering != null) {
            suspects.show(now);
            steering.show(now);
        }
    }
}
