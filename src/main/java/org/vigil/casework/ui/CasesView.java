package org.vigil.casework.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.casework.CaseFilter;
import org.vigil.casework.CaseFilter.Show;
import org.vigil.casework.CaseService;
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

/** Which cases need somebody: what waited longest first, with how many stand under each heading. */
@Route("cases")
@PageTitle("Cases · Vigil")
@Menu(title = "Cases", order = 25)
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "CUSTODY", "LEADER", "DVDS", "MARAC"})
class CasesView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final CaseService cases;
    private final AreaDirectory areas;
    private final Clock clock;
    private final PageHeader header = new PageHeader("Cases", "Reading the cases…");
    private final Div counts = new Div();
    private final Map<Show, Anchor> links = new EnumMap<>(Show.class);
    private final RowList rows = new RowList("Cases, what waited longest first");
    private final Pager pager = new Pager(cursor -> readAsAsked());
    private final ChipBar chips = new ChipBar("cases");
    private final Panel panel = new Panel("Cases", rows, pager);
    private volatile CaseFilter filter = new CaseFilter(Show.ATTENTION, null, null);
    private volatile @Nullable String cursor;
    private volatile LiveLook look = new LiveLook();
    private volatile @Nullable LiveRefresh<CaseService.CaseList> refresh;

    CasesView(CaseService cases, AreaDirectory areas, CurrentViewer viewers, Clock clock) {
        this.cases = cases;
        this.areas = areas;
        this.clock = clock;
        var viewer = viewers.get();
        chips.view("show", "Show", Show.ATTENTION.label(), Stream.of(Show.values())
                        .filter(show -> show != Show.ATTENTION)
                        .map(show -> new ChipBar.Choice(show.name(), show.label()))
                        .toList())
                .choice("area", "Area", areas.all().stream()
                        .filter(area -> area.active() && viewer.covers(area.id()))
                        .map(this::choice)
                        .toList())
                .typed("reference", "Reference of a case, crime or call")
                .onChange(values -> {
                    pager.reset();
                    readAsAsked();
                });
        rows.announceAs("case", "cases");
        counts.addClassName("cluster");
        Stream.of(Show.values()).filter(show -> show != Show.CLOSED).forEach(show -> {
            var link = new Anchor("cases?show=" + show.name(), show.label());
            links.put(show, link);
            counts.add(link);
        });
        addClassName("stack");
        if (viewer.hasAny(Set.of(Duty.SUPERVISOR, Duty.SPECIALIST))) {
            header.addAside(new Anchor("cases/new", "New case"));
        }
        add(header, counts, chips, panel);
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
        reading.now();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (refresh != null) {
            refresh.close();
        }
    }

    /** The officer changed what is to be shown: that is a look of its own in the log. */
    private void readAsAsked() {
        filter = new CaseFilter(
                chips.value("show").map(Show::valueOf).orElse(Show.ATTENTION),
                chips.value("area").map(Long::valueOf).orElse(null),
                chips.value("reference").orElse(null));
        cursor = pager.cursor();
        look = new LiveLook();
        if (refresh != null) {
            refresh.now();
        }
    }

    private CaseService.CaseList read() {
        var now = clock.instant();
        var reading = look;
        var isNew = reading.isDue(now);
        var list = cases.list(filter, cursor, PAGE, isNew);
        if (isNew) {
            reading.logged(now);
        }
        return list;
    }

    private void show(CaseService.CaseList list) {
        var now = list.readAt();
        var need = list.counts().words(Show.ATTENTION);
        header.setSub((need.equals("1") ? "1 case needs" : need + " cases need") + " somebody now · " + UkTime.moment(now));
        links.forEach((show, link) -> link.setText(show.label() + ": " + list.counts().words(show)));
        panel.setHeading(filter.reference() == null ? filter.show().label() : "Called " + filter.reference());
        rows.setEmptyText(emptyText());
        rows.setRows(list.page().items().stream()
                .map(row -> CaseRows.row(row, areas::pathName, now))
                .toList());
        pager.show(list.page().items().size(), list.page().next(), list.total());
        if (refresh != null) {
            refresh.after(AGAIN);
        }
    }

    private String emptyText() {
        if (filter.reference() != null) {
            return "No case, and none that names a crime or a call, is called so in your areas.";
        }
        return filter.show() == Show.ATTENTION
                ? "No case needs somebody now. Cases appear here by themselves when something about them is overdue."
                : "No case stands under this heading in your areas.";
    }

    private ChipBar.Choice choice(Area area) {
        return new ChipBar.Choice(Long.toString(area.id()), areas.pathName(area.id()));
    }
}
