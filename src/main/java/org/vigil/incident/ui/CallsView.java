package org.vigil.incident.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.incident.CallFeed;
import org.vigil.incident.CallFilter;
import org.vigil.incident.Grading;
import org.vigil.incident.IncidentService;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.RowList;

/** Domestic abuse calls as they stand: who waits and who is late first, then the others, newest first. */
@Route("calls")
@PageTitle("Calls · Vigil")
@Menu(title = "Calls", order = 20)
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "CALLS", "LEADER"})
class CallsView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;

    private final IncidentService calls;
    private final CallFeed feed;
    private final AreaDirectory areas;
    private final Clock clock;
    private final PageHeader header = new PageHeader("Calls", "Reading the calls…");
    private final RowList rows = new RowList("Domestic abuse calls, those that wait first");
    private final Pager pager = new Pager(cursor -> readAsAsked());
    private final ChipBar chips = new ChipBar("calls");
    private final Panel panel = new Panel("Calls", rows, pager);
    private volatile CallFilter filter = CallFilter.today();
    private volatile @Nullable String cursor;
    private volatile LiveLook look = new LiveLook();
    private @Nullable LiveRefresh<IncidentService.CallList> refresh;
    private CallFeed.@Nullable Registration subscription;

    CallsView(IncidentService calls, CallFeed feed, AreaDirectory areas, CurrentViewer viewers, Clock clock) {
        this.calls = calls;
        this.feed = feed;
        this.areas = areas;
        this.clock = clock;
        var viewer = viewers.get();
        chips.choice("show", "Show", choices(CallFilter.Show.values()))
                .choice("area", "Area", areas.all().stream()
                        .filter(area -> area.active() && viewer.covers(area.id()))
                        .map(this::choice)
                        .toList())
                .choice("grade", "Grade", calls.grades().stream()
                        .map(grade -> new ChipBar.Choice(grade, Grading.words(grade)))
                        .toList())
                .choice("period", "Received", choices(CallFilter.Period.values()))
                .onChange(values -> {
                    pager.reset();
                    readAsAsked();
                });
        rows.announceAs("call", "calls");
        addClassName("stack");
        add(header, chips, panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chips.read(event.getLocation().getQueryParameters());
        pager.reset();
        readAsAsked();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var reading = new LiveRefresh<>(this, this::read, this::show);
        refresh = reading;
        subscription = feed.subscribe(reading::request);
        reading.now();
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

    /** The officer changed what is to be shown: that is a look of its own in the log. */
    private void readAsAsked() {
        filter = filter();
        cursor = pager.cursor();
        look = new LiveLook();
        if (refresh != null) {
            refresh.now();
        }
    }

    private IncidentService.CallList read() {
        var now = clock.instant();
        var reading = look;
        var isNew = reading.isDue(now);
        var list = calls.list(filter, cursor, PAGE, isNew);
        if (isNew) {
            reading.logged(now);
        }
        return list;
    }

    private void show(IncidentService.CallList list) {
        var now = list.readAt();
        header.setSub(list.late() + " late and " + list.nearlyLate() + " nearly late now · " + UkTime.moment(now));
        panel.setHeading(filter.show().label() + " · " + filter.period().label().toLowerCase(java.util.Locale.UK));
        rows.setEmptyText(emptyText());
        rows.setRows(list.page().items().stream()
                .map(call -> CallRows.row(call, areas::pathName, now))
                .toList());
        pager.show(list.page().items().size(), list.page().next(), list.total());
    }

    private String emptyText() {
        return filter.equals(CallFilter.today())
                ? "No domestic abuse call in the last 24 hours, and nobody waits. Calls appear here as command and control"
                        + " reports them."
                : "No call matches these filters. Take one off, or look further back.";
    }

    private CallFilter filter() {
        return new CallFilter(
                chips.value("show").map(CallFilter.Show::valueOf).orElse(CallFilter.Show.ALL),
                chips.value("period").map(CallFilter.Period::valueOf).orElse(CallFilter.Period.DAY),
                chips.value("area").map(Long::valueOf).orElse(null),
                chips.value("grade").orElse(null));
    }

    private ChipBar.Choice choice(Area area) {
        return new ChipBar.Choice(Long.toString(area.id()), areas.pathName(area.id()));
    }

    private static List<ChipBar.Choice> choices(CallFilter.Show... shows) {
        return Stream.of(shows)
                .filter(show -> show != CallFilter.Show.ALL)
                .map(show -> new ChipBar.Choice(show.name(), show.label()))
                .toList();
    }

    private static List<ChipBar.Choice> choices(CallFilter.Period... periods) {
        return Stream.of(periods)
                .filter(period -> period != CallFilter.Period.DAY)
                .map(period -> new ChipBar.Choice(period.name(), period.label()))
                .toList();
    }
}
