package org.vigil.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.vigil.audit.Action;
import org.vigil.audit.AuditFilter;
import org.vigil.audit.AuditRow;
import org.vigil.audit.AuditService;
import org.vigil.shared.Page;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.EmptyState;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** Who did or saw what: the whole log for the auditor, values masked. */
@Route("audit")
@StyleSheet("context://assets/audit.css")
@PageTitle("Audit log · Vigil")
@Menu(title = "Audit log", order = 80)
@RolesAllowed("AUDITOR")
class AuditView extends Div implements BeforeEnterObserver {

    private final AuditService service;
    private final Clock clock;
    private final RowList rows = new RowList("Entries of the audit log, newest first");
    private final Div message = new Div();
    private final Pager pager = new Pager(this::load);
    private final VerifyPanel verify;
    private final ChipBar chips = new ChipBar("audit")
            .typed("user", "User name")
            .choice("type", "Kind of record", types())
            .typed("record", "Record reference")
            .choice("action", "Action", actions())
            .typed("from", "From (dd/mm/yyyy hh:mm)")
            .typed("to", "To (dd/mm/yyyy hh:mm)");

    AuditView(AuditService service, Clock clock) {
        this.service = service;
        this.clock = clock;
        verify = new VerifyPanel(service);
        chips.onChange(now -> {
            pager.reset();
            load(null);
        });
        rows.addOpenListener(open -> open(open.rowId()));
        message.setVisible(false);
        var header = new PageHeader(
                "Audit log", "Every change, view, search, print, export and refusal. Values are masked.");
        addClassName("stack");
        add(header, verify, chips, new Panel("Entries", message, rows, pager));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chips.read(event.getLocation().getQueryParameters());
        verify.showLast();
        pager.reset();
        load(null);
    }

    private void load(@Nullable String cursor) {
        var filter = filter();
        if (filter.isEmpty()) {
            return;
        }
        try {
            show(service.page(filter.get(), cursor));
        } catch (DataAccessException problem) {
            var again = new Button("Try again", click -> load(cursor));
            tell(new EmptyState(
                    "The log could not be read.",
                    "The database did not answer in time. Nothing is lost: try again, and tell the administrator if it"
                            + " stays so.",
                    again));
        }
    }

    private void show(Page<AuditRow> page) {
        rows.setRows(page.items().stream().map(AuditView::row).toList());
        pager.show(page.items().size(), page.next(), -1);
        if (page.items().isEmpty()) {
            tell(new EmptyState(
                    "No entry matches.",
                    chips.values().isEmpty()
                            ? "What people do and see in the console is written here as they do it."
                            : "Take a filter off, or widen the times. A user name must be whole.",
                    new Button("Show everything", click -> chips.clear())));
        } else {
            message.setVisible(false);
            rows.setVisible(true);
        }
    }

    private void tell(EmptyState state) {
        message.removeAll();
        message.add(state);
        message.setVisible(true);
        rows.setVisible(false);
        pager.setVisible(false);
    }

    private void open(String rowId) {
        try {
            service.entry(Long.parseLong(rowId))
                    .ifPresentOrElse(
                            entry -> new EntryDialog(entry).open(),
                            () -> Notices.problem("That entry is not there any more: verify the log now."));
        } catch (NumberFormatException notOurs) {
            Notices.problem("That entry is not there. Reload the page.");
        }
    }

    /** The filter; empty, with the reason said and the chip taken off, where a time can't be read. */
    private Optional<AuditFilter> filter() {
        var times = new AuditTimes(clock);
        var from = chips.value("from");
        var to = chips.value("to");
        if (from.isPresent() && times.from(from.get()).isEmpty()) {
            return unreadable("from", from.get());
        }
        if (to.isPresent() && times.to(to.get()).isEmpty()) {
            return unreadable("to", to.get());
        }
        return Optional.of(new AuditFilter(
                chips.value("user").orElse(null),
                chips.value("type").map(SubjectType::valueOf).orElse(null),
                chips.value("record").orElse(null),
                chips.value("action").map(Action::valueOf).orElse(null),
                from.flatMap(times::from).orElse(null),
                to.flatMap(times::to).orElse(null)));
    }

    private Optional<AuditFilter> unreadable(String name, String text) {
        Notices.problem("“" + text + "” is not a day and a time: write it as 24/11/2026 14:05");
        chips.set(name, null);
        return Optional.empty();
    }

    private static Row row(AuditRow entry) {
        return Row.of(entry.id(), entry.what())
                .pill(entry.action().label(), tone(entry.action()))
                .line(entry.subject())
                .line(UkTime.momentWithSeconds(entry.at()) + " · " + entry.username()
                        + (entry.purpose() == null ? "" : " · for: " + entry.purpose()));
    }

    private static Tone tone(Action action) {
        return switch (action) {
            case REFUSED -> Tone.BAD;
            case DELETE, PRINT, EXPORT, DISCLOSE -> Tone.WARN;
            case CREATE, CHANGE -> Tone.NEW;
            case VIEW, SEARCH, LOGIN, LOGOUT, SYSTEM -> Tone.NEUTRAL;
        };
    }

    private static List<ChipBar.Choice> types() {
        return Stream.of(SubjectType.values())
                .map(type -> new ChipBar.Choice(type.name(), type.label()))
                .toList();
    }

    private static List<ChipBar.Choice> actions() {
        return Stream.of(Action.values())
                .map(action -> new ChipBar.Choice(action.name(), action.label()))
                .toList();
    }
}
