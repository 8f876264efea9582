package org.vigil.alert.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.alert.AlertChanges;
import org.vigil.alert.AlertDetail;
import org.vigil.alert.AlertFeed;
import org.vigil.alert.AlertFilter;
import org.vigil.alert.AlertList;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertService;
import org.vigil.alert.AlertViewing;
import org.vigil.audit.LiveLook;
import org.vigil.security.AreaDirectory;
import org.vigil.security.DutyStateService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Places;
import org.vigil.shared.ui.RowList;

/** Who must do something now: the open alerts that the viewer may see, live, and what can be done with each. */
@Route("alerts")
@PageTitle("Alerts · Vigil")
@Menu(title = "Alerts", order = 1)
@StyleSheet("context://assets/alerts.css")
@RolesAllowed({
    "SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "DECIDER", "CALLS", "CUSTODY", "MARAC", "COURT", "AUTHOR",
    "COMMISSIONER", "LEADER", "ADMIN"
})
class AlertsView extends Div implements BeforeEnterObserver, AfterNavigationObserver {

    private static final int PAGE = 50;

    /** What is asked for; a reading that comes back late for something else is thrown away. */
    private record Wanted(AlertFilter filter, int offset) {}

    private record Found(Wanted wanted, AlertList list) {}

    /** The alert that is open beside the list, and when the log was last told so. */
    private record Opening(long id, LiveLook look) {}

    private record Opened(long id, Optional<AlertDetail> detail) {}

    private final AlertService service;
    private final AlertFeed feed;
    private final AreaDirectory areas;
    private final Viewer viewer;
    private final Clock clock;
    private final AlertViewing viewing = new AlertViewing();
    private final Map<Long, AlertRow> onScreen = new HashMap<>();
    private final PageHeader header = new PageHeader("Alerts", "Reading the alerts…");
    private final RowList list = new RowList("Open alerts");
    private final Panel listPanel = new Panel("Open alerts");
    private final Pager pager = new Pager(cursor -> turnTo(cursor == null ? 0 : Integer.parseInt(cursor)));
    private final AlertFilters filters;
    private final AlertActing acting;
    private final AlertPanel panel;
    private volatile Wanted wanted = new Wanted(AlertFilter.open(), 0);
    private volatile @Nullable Opening opening;
    private @Nullable LiveRefresh<Found> reading;
    private @Nullable LiveRefresh<Opened> readingOne;
    private AlertFeed.@Nullable Registration subscription;
    private @Nullable Runnable leaving;

    AlertsView(
            AlertService service,
            AlertFeed feed,
            AreaDirectory areas,
            CurrentViewer current,
            DutyStateService duty,
            Clock clock) {
        this.service = service;
        this.feed = feed;
        this.areas = areas;
        viewer = current.get();
        this.clock = clock;
        addClassName("alerts");
        filters = new AlertFilters(service.openKinds(), areas, viewer, this::filtered);
        acting = new AlertActing(service, this::readNow);
        panel = new AlertPanel(service, areas, viewer, acting, clock, () -> opening = null);
        list.announceAs("alert", "alerts");
        list.addOpenListener(opened -> open(opened.rowId()));
        list.addActionListener(this::act);
        header.addAside(new AlertSettings(duty));
        listPanel.add(list, pager);
        var split = new Div(listPanel, panel);
        split.addClassName("split");
        add(header, filters.bar(), split, new AlertKeys());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.bar().read(event.getLocation().getQueryParameters());
        filtered();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("alert").ifPresent(this::open);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var lists = new LiveRefresh<>(this, this::read, this::show);
        reading = lists;
        readingOne = new LiveRefresh<>(this, this::readOne, this::showOne);
        subscription = feed.subscribe(viewer, this::changed);
        leaving = new DelegatingSecurityContextRunnable(() -> service.left(viewing), SecurityContextHolder.getContext());
        lists.now();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.remove();
        }
        if (reading != null) {
            reading.close();
        }
        if (readingOne != null) {
            readingOne.close();
        }
        if (leaving != null) {
            CompletableFuture.runAsync(leaving);
        }
    }

    /** On a thread of the feed. */
    private void changed(AlertChanges changes) {
        var lists = reading;
        var one = readingOne;
        if (lists != null && one != null) {
            lists.request();
            var open = opening;
            if (open != null
                    && (changes.reread()
                            || changes.changes().stream()
                                    .anyMatch(change -> change.alert().id() == open.id()))) {
                one.request();
            }
        }
    }

    private Found read() {
        var now = wanted;
        return new Found(now, service.list(now.filter(), now.offset(), PAGE, viewing));
    }

    private void show(Found found) {
        if (!found.wanted().equals(wanted)) {
            return;
        }
        var rows = found.list().rows();
        onScreen.clear();
        rows.forEach(row -> onScreen.put(row.id(), row));
        list.setRows(rows.stream().map(row -> AlertWords.row(row, area(row))).toList());
        list.setEmptyText(filters.emptyText());
        listPanel.setHeading(filters.heading());
        list.setLabel(filters.heading());
        header.setSub(filters.summary(found.list().total()));
        var next = found.list().offset() + rows.size();
        pager.show(rows.size(), found.list().hasMore() ? Integer.toString(next) : null, found.list().total());
    }

    private @Nullable String area(AlertRow row) {
        return row.areaId() == null ? null : areas.pathName(row.areaId());
    }

    private void filtered() {
        pager.reset();
        turnTo(0);
    }

    private void turnTo(int offset) {
        wanted = new Wanted(filters.filter(), offset);
        readNow();
    }

    private void readNow() {
        if (reading != null && readingOne != null) {
            reading.now();
            if (opening != null) {
                readingOne.now();
            }
        }
    }

    private void open(String id) {
        try {
            opening = new Opening(Long.parseLong(id), new LiveLook());
        } catch (NumberFormatException notAnAlert) {
            return;
        }
        if (readingOne != null) {
            readingOne.now();
        }
    }

    private Opened readOne() {
        var open = opening;
        if (open == null) {
            return new Opened(0, Optional.empty());
        }
        var now = clock.instant();
        if (!open.look().isDue(now)) {
            return new Opened(open.id(), service.again(open.id()));
        }
        var detail = service.get(open.id());
        open.look().logged(now);
        return new Opened(open.id(), detail);
    }

    private void showOne(Opened opened) {
        var open = opening;
        if (open == null || open.id() != opened.id()) {
            return;
        }
        opened.detail().ifPresentOrElse(panel::show, () -> {
            opening = null;
            panel.shut();
        });
    }

    private void act(RowList.ActionEvent event) {
        var row = event.rowId().matches("\\d{1,18}") ? onScreen.get(Long.parseLong(event.rowId())) : null;
        if (row == null) {
            return;
        }
        switch (event.action()) {
            case AlertWords.ACKNOWLEDGE -> acting.acknowledge(row.id(), row.version());
            case AlertWords.TAKE -> acting.take(row.id(), row.version());
            case AlertWords.SUBJECT -> {
                var href = Places.href(row.subject());
                if (href != null) {
                    getUI().ifPresent(ui -> ui.navigate(href));
                }
            }
            default -> {
                // An action that no row offers.
            }
        }
    }
}
