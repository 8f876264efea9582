package org.vigil.victim.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.RowList;
import org.vigil.victim.VictimFilter;
import org.vigil.victim.VictimFilter.Show;
import org.vigil.victim.VictimService.VictimList;

/** Who must be told what by when; who at high risk was not reached since the report; who was told. */
@Route("victims")
@PageTitle("Victims to be told · Vigil")
@Menu(title = "Victims", order = 26)
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "CUSTODY", "LEADER"})
class VictimsView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final VictimServices services;
    private final PageHeader header = new PageHeader("Victims to be told", "Reading…");
    private final RowList rows = new RowList("Victims, those who must be told first on top");
    private final Pager pager = new Pager(cursor -> readAsAsked());
    private final ChipBar chips = new ChipBar("victims");
    private final Panel panel = new Panel("To be told", rows, pager);
    private volatile VictimFilter filter = VictimFilter.toTell();
    private volatile @Nullable String cursor;
    private volatile LiveLook look = new LiveLook();
    private @Nullable LiveRefresh<VictimList> refresh;

    VictimsView(VictimServices services) {
        this.services = services;
        var viewer = services.viewers().get();
        chips.view("show", "Show", Show.TO_TELL.label(), Stream.of(Show.values())
                        .filter(show -> show != Show.TO_TELL)
                        .map(show -> new ChipBar.Choice(show.name(), show.label()))
                        .toList())
                .choice("area", "Area", services.areas().all().stream()
                        .filter(area -> area.active() && viewer.covers(area.id()))
                        .map(area -> new ChipBar.Choice(Long.toString(area.id()), services.areas().pathName(area.id())))
                        .toList())
                .onChange(values -> {
                    pager.reset();
                    readAsAsked();
                });
        rows.announceAs("victim", "victims");
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
        filter = new VictimFilter(
                chips.value("show").map(Show::valueOf).orElse(Show.TO_TELL),
                chips.value("area").map(Long::valueOf).orElse(null));
        cursor = pager.cursor();
        look = new LiveLook();
        if (refresh != null) {
            refresh.now();
        }
    }

    private VictimList read() {
        var now = services.clock().instant();
        var reading = look;
        var isNew = reading.isDue(now);
        var list = services.victims().list(filter, cursor, PAGE, isNew);
        if (isNew) {
            reading.logged(now);
        }
        return list;
    }

    private void show(VictimList list) {
        var counts = list.counts();
        header.setSub(counts.get(Show.TO_TELL) + " to be told, " + counts.get(Show.OVERDUE) + " of them overdue · "
                + counts.get(Show.HIGH_RISK_NOT_REACHED) + " at high risk not reached since the report · "
                + UkTime.moment(list.readAt()));
        panel.setHeading(filter.show().label());
        rows.setEmptyText(switch (filter.show()) {
            case TO_TELL -> "Nobody is to be told anything. What a suspect's arrest, bail, charge or release asks for"
                    + " appears here by itself.";
            case OVERDUE -> "Nobody waits past the time by which they had to be told.";
            case HIGH_RISK_NOT_REACHED -> "Every victim at high risk was reached since the report.";
            case TOLD -> "Nobody was told yet.";
        });
        rows.setRows(list.page().items().stream()
                .map(listed -> VictimRows.row(listed, services.areas()::pathName, list.readAt()))
                .toList());
        var shown = list.counts().get(filter.show());
        pager.show(list.page().items().size(), list.page().next(), shown == null || shown >= 1_000 ? -1 : shown);
        if (refresh != null) {
            refresh.after(AGAIN);
        }
    }
}
