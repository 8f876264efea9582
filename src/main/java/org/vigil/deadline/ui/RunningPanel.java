package org.vigil.deadline.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertFeed;
import org.vigil.audit.LiveLook;
import org.vigil.deadline.ClockSource;
import org.vigil.deadline.DeadlineFilter;
import org.vigil.deadline.DeadlineHand;
import org.vigil.deadline.DeadlineLists;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.api.Cursor;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Places;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** The clocks that run for the viewer's duties and areas, the most pressing first; it keeps itself current. */
final class RunningPanel extends Div {

    private static final int ROWS = 25;
    private static final String DONE = "done";
    private static final String CANCEL = "cancel";

    /** What each choice of the filter stands for; nothing chosen is everything that is open. */
    private static final Map<String, Set<DeadlineState>> STATES = Map.of(
            "BREACHED", Set.of(DeadlineState.BREACHED),
            "DUE_SOON", Set.of(DeadlineState.DUE_SOON),
            "OPEN", Set.of(DeadlineState.OPEN, DeadlineState.DUE_SOON),
            "PAUSED", Set.of(DeadlineState.PAUSED),
            "MET_LATE", Set.of(DeadlineState.MET_LATE));

    private static final Set<DeadlineState> OPEN = Set.of(
            DeadlineState.BREACHED, DeadlineState.DUE_SOON, DeadlineState.OPEN, DeadlineState.PAUSED);

    /** @param look when the log was last told of it */
    private record Wanted(Set<DeadlineState> states, @Nullable String cursor, LiveLook look) {}

    private final DeadlineLists lists;
    private final AlertFeed feed;
    private final List<ClockSource> sources;
    private final CurrentViewer viewer;
    private final AreaDirectory areas;
    private final Clock clock;
    private final ClockForm form;
    private final boolean mayCancel;
    private final Map<Long, DeadlineView> onScreen = new HashMap<>();
    private final RowList rows = new RowList("Clocks that run");
    private final Pager pager = new Pager(cursor -> open());
    private final ChipBar chips = new ChipBar("deadlines")
            .choice(
                    "state",
                    "State",
                    List.of(
                            new ChipBar.Choice("BREACHED", "Breached"),
                            new ChipBar.Choice("DUE_SOON", "Due soon"),
                            new ChipBar.Choice("OPEN", "Open, not yet due"),
                            new ChipBar.Choice("PAUSED", "Paused"),
                            new ChipBar.Choice("MET_LATE", "Met late")));
    /** What the reading thread is to read; written with the session locked. */
    private volatile Wanted wanted = new Wanted(OPEN, null, new LiveLook());

    private @Nullable LiveRefresh<DeadlineLists.Listed> refresh;
    private AlertFeed.@Nullable Registration subscription;
    private List<Runnable> ends = List.of();

    RunningPanel(
            DeadlineLists lists,
            DeadlineHand hand,
            AlertFeed feed,
            List<ClockSource> sources,
            CurrentViewer viewer,
            AreaDirectory areas,
            Clock clock) {
        this.lists = lists;
        this.feed = feed;
        this.sources = List.copyOf(sources);
        this.viewer = viewer;
        this.areas = areas;
        this.clock = clock;
        form = new ClockForm(hand, clock, this::open);
        mayCancel = viewer.get().has(Duty.SUPERVISOR);
        rows.setEmptyText("No clock matches within your duties and areas.");
        rows.announceAs("clock", "clocks");
        rows.addActionListener(this::act);
        chips.onChange(now -> {
            pager.reset();
            form.shut();
            open();
        });
        add(new Panel("Running clocks", chips, form, rows, pager));
    }

    /** Takes the filters from the address, also when the screen stays and only its address changed. */
    void read(QueryParameters query) {
        chips.read(query);
        pager.reset();
        open();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var reading = new LiveRefresh<>(this, this::load, this::show);
        refresh = reading;
        subscription = feed.subscribe(viewer.get(), changes -> reading.request());
        ends = sources.stream().map(source -> source.whenChanged(reading::request)).toList();
        open();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.remove();
        }
        ends.forEach(Runnable::run);
        if (refresh != null) {
            refresh.close();
        }
    }

    private void open() {
        var states = chips.value("state").map(state -> STATES.getOrDefault(state, OPEN)).orElse(OPEN);
        wanted = new Wanted(states, pager.cursor(), new LiveLook());
        if (refresh != null) {
            refresh.now();
        }
    }

    private DeadlineLists.Listed load() {
        var now = wanted;
        var filter = DeadlineFilter.ALL.in(now.states());
        var from = now.cursor() == null ? null : Cursor.parse(now.cursor());
        var at = clock.instant();
        if (!now.look().isDue(at)) {
            return lists.refresh(filter, from, ROWS);
        }
        var listed = lists.open(filter, from, ROWS);
        now.look().logged(at);
        return listed;
    }

    private void show(DeadlineLists.Listed listed) {
        var page = listed.page();
        onScreen.clear();
        page.items().forEach(view -> onScreen.put(view.id(), view));
        rows.setRows(page.items().stream().map(this::row).map(this::acted).toList());
        // Where nobody counted to the end the pager says so.
        var total = listed.total() < DeadlineQueries.MOST_COUNTED ? listed.total() : -1;
        pager.show(page.items().size(), page.next(), total);
    }

    /** Adds what can be entered by hand; the service decides whether it may be. */
    private Row acted(Row row) {
        var view = onScreen.get(Long.parseLong(row.id()));
        if (view == null || !view.state().isOpen()) {
            return row;
        }
        var done = row.action(DONE, "Enter as done…");
        return mayCancel ? done.action(CANCEL, "Cancel…") : done;
    }

    private void act(RowList.ActionEvent event) {
        var view = event.rowId().matches("\\d{1,18}") ? onScreen.get(Long.parseLong(event.rowId())) : null;
        if (view == null) {
            return;
        }
        switch (event.action()) {
            case DONE -> form.done(view);
            case CANCEL -> form.cancel(view);
            default -> {
                // An action that no row offers.
            }
        }
    }

    private Row row(DeadlineView view) {
        var area = view.areaId() == null ? "" : " · " + areas.pathName(view.areaId());
        var row = Row.of(view.id(), view.title())
                .line(view.subject().type().label() + " " + view.subject().reference() + area)
                .line(view.ruleTitle() + " · " + view.basis())
                .pill(view.state().label(), tone(view.state()));
        var href = Places.href(view.subject());
        if (href != null) {
            row = row.href(href);
        }
        if (view.state() == DeadlineState.PAUSED) {
            return row.pausedClock();
        }
        return view.state().isOpen() ? row.due(view.dueAt()) : row.line(closed(view));
    }

    private static @Nullable String closed(DeadlineView view) {
        return view.metAt() == null ? view.reason() : "Done " + UkTime.moment(view.metAt());
    }

    private static Tone tone(DeadlineState state) {
        return switch (state) {
            case BREACHED, MET_LATE -> Tone.BAD;
            case DUE_SOON -> Tone.WARN;
            case MET -> Tone.OK;
            case OPEN, PAUSED, CANCELLED, SUPERSEDED -> Tone.NEUTRAL;
        };
    }
}
