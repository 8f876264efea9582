package org.vigil.custody.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.custody.CustodyDesk;
import org.vigil.custody.CustodyFeed;
import org.vigil.custody.CustodyFilter;
import org.vigil.custody.CustodyService;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.RowList;

/** Who is in a cell and how long is left, and whose bail ends; an arrest is booked in at the top. */
@StyleSheet("context://assets/custody.css")
@Route("custody")
@PageTitle("Custody · Vigil")
@Menu(title = "Custody", order = 22)
@RolesAllowed({"CUSTODY", "SUPERVISOR", "SPECIALIST", "LEADER", "CALLS", "RESPONSE", "NPT"})
class CustodyView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;

    private final CustodyService custody;
    private final CustodyFeed feed;
    private final AreaDirectory areas;
    private final Clock clock;
    private final PageHeader header = new PageHeader("Custody", "Reading the records…");
    private final RowList rows = new RowList("Custody records, those that end first on top");
    private final Pager pager = new Pager(cursor -> readAsAsked());
    private final ChipBar chips = new ChipBar("custody");
    private final Panel panel = new Panel("In custody", rows, pager);
    private volatile CustodyFilter filter = CustodyFilter.now();
    private volatile @Nullable String cursor;
    private volatile LiveLook look = new LiveLook();
    private @Nullable LiveRefresh<CustodyService.CustodyList> refresh;
    private CustodyFeed.@Nullable Registration subscription;

    CustodyView(
            CustodyService custody,
            CustodyDesk desk,
            CustodyFeed feed,
            AreaDirectory areas,
            CurrentViewer viewers,
            Clock clock) {
        this.custody = custody;
        this.feed = feed;
        this.areas = areas;
        this.clock = clock;
        var viewer = viewers.get();
        var covered = areas.all().stream()
                .filter(area -> area.active() && viewer.covers(area.id()))
                .toList();
        chips.view("show", "Show", CustodyFilter.Show.IN_CUSTODY.label(), Stream.of(CustodyFilter.Show.values())
                        .filter(show -> show != CustodyFilter.Show.IN_CUSTODY)
                        .map(show -> new ChipBar.Choice(show.name(), show.label()))
                        .toList())
                .choice("area", "Area", covered.stream()
                        .map(area -> new ChipBar.Choice(Long.toString(area.id()), areas.pathName(area.id())))
                        .toList())
                .onChange(values -> {
                    pager.reset();
                    readAsAsked();
                });
        rows.announceAs("record", "records");
        addClassName("stack");
        add(header);
        if (viewer.hasAny(Set.of(Duty.CUSTODY, Duty.SUPERVISOR, Duty.SPECIALIST))) {
            add(new Panel(
                    "Book in an arrest",
                    new BookInForm(
                            desk,
                            covered.stream().map(Area::name).distinct().toList(),
                            clock,
                            id -> UI.getCurrent().navigate("custody/" + id))));
        }
        add(chips, panel);
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
        filter = new CustodyFilter(
                chips.value("show").map(CustodyFilter.Show::valueOf).orElse(CustodyFilter.Show.IN_CUSTODY),
                chips.value("area").map(Long::valueOf).orElse(null));
        cursor = pager.cursor();
        look = new LiveLook();
        if (refresh != null) {
            refresh.now();
        }
    }

    private CustodyService.CustodyList read() {
        var now = clock.instant();
        var reading = look;
        var isNew = reading.isDue(now);
        var list = custody.list(filter, cursor, PAGE, isNew);
        if (isNew) {
            reading.logged(now);
        }
        return list;
    }

    private void show(CustodyService.CustodyList list) {
        var now = list.readAt();
        var counts = list.counts();
        header.setSub(counts.inCell() + " in custody, " + counts.overdue() + " past their time · " + counts.onBail()
                + " on bail, " + counts.bailEnding() + " ending within 14 days · " + UkTime.moment(now));
        panel.setHeading(filter.show().label());
        rows.setEmptyText(
                filter.show() == CustodyFilter.Show.IN_CUSTODY && filter.areaId() == null
                        ? "Nobody is in custody. Arrests appear here as the custody system reports them, or as you book them in."
                        : "No record matches these filters. Take one off to see more.");
        rows.setRows(list.page().items().stream()
                .map(record -> CustodyRows.row(record, areas::pathName, now))
                .toList());
        pager.show(list.page().items().size(), list.page().next(), list.total());
    }
}
