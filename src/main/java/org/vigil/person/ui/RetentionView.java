package org.vigil.person.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigil.person.Certificate;
import org.vigil.person.Person;
import org.vigil.person.PersonErasure;
import org.vigil.person.PersonRetention;
import org.vigil.person.PersonRetention.Show;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.PrintButton;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** Records whose review is due, what may be decided of each, and the certificates of what was erased. */
@StyleSheet("context://assets/person.css")
@Route("people/retention")
@PageTitle("Retention · Vigil")
@Menu(title = "Retention", order = 36)
@RolesAllowed("SUPERVISOR")
class RetentionView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 20;
    private static final String CERTIFICATES = "CERTIFICATES";
    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put(Show.DUE.name(), "Due now");
        LISTS.put(Show.SOON.name(), "Due in 90 days");
        LISTS.put(Show.HELD.name(), "On hold");
        LISTS.put(CERTIFICATES, "Certificates");
    }

    private static final Pattern KEY = Pattern.compile("\\d{1,18}");
    private static final Map<Show, String> EMPTY = Map.of(
            Show.DUE, "No record is due for review. The console works out each night whose day has come.",
            Show.SOON, "No record comes due in the next 90 days.",
            Show.HELD, "No record is on hold.");

    private final PersonRetention retention;
    private final PersonErasure erasure;
    private final Viewer viewer;
    private final Clock clock;
    private final Div content = new Div();
    private PageHeader header = heading();

    RetentionView(PersonRetention retention, PersonErasure erasure, CurrentViewer viewers, Clock clock) {
        this.retention = retention;
        this.erasure = erasure;
        this.viewer = viewers.get();
        this.clock = clock;
        content.addClassName("stack");
        addClassName("stack");
        add(header, content);
    }

    private static PageHeader heading() {
        return new PageHeader("Retention review");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var key = query.getSingleParameter("certificate").filter(text -> KEY.matcher(text).matches());
        content.removeAll();
        // The same object serves the next address: no button of the one before may stay.
        var fresh = heading();
        replace(header, fresh);
        header = fresh;
        if (key.isEmpty()) {
            fill(query.getSingleParameter("show").filter(LISTS::containsKey).orElse(Show.DUE.name()));
            return;
        }
        var found = erasure.certificate(Long.parseLong(key.get()));
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(found.get());
    }

    private void fill(String shown) {
        content.removeAll();
        header.setSub(due(retention.count(Show.DUE)));
        content.add(lists(shown), CERTIFICATES.equals(shown) ? certificates() : records(Show.valueOf(shown)));
    }

    private static Nav lists(String shown) {
        var lists = new Nav();
        lists.addClassName("lists");
        lists.getElement().setAttribute("aria-label", "Lists");
        LISTS.forEach((name, label) -> {
            var link = new Anchor("people/retention?show=" + name, label);
            if (name.equals(shown)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            lists.add(link);
        });
        return lists;
    }

    private static String due(int number) {
        return switch (number) {
            case 0 -> "No record is due.";
            case 1 -> "One record is due.";
            default -> "%,d records are due, the oldest first.".formatted(number);
        };
    }

    private Panel records(Show show) {
        var place = new InPlace();
        var rows = new RowList("Records to review");
        rows.setEmptyText(EMPTY.get(show));
        var people = new HashMap<String, Person>();
        var forms = new RetentionForms(retention, erasure, () -> fill(show.name()), RetentionView::open);
        rows.addActionListener(event -> {
            var person = people.get(event.rowId());
            if (person != null) {
                forms.open(event.action(), place, person);
            }
        });
        var pager = pager(rows, cursor -> {
            var page = retention.list(show, cursor, PAGE);
            people.clear();
            page.items().forEach(person -> people.put(Long.toString(person.id()), person));
            return new Shown(page.items().stream().map(person -> row(person, show)).toList(), page.next());
        });
        return new Panel("Is it still needed?", place, rows, pager);
    }

    private Row row(Person person, Show show) {
        var held = person.core().retention();
        var day = held.nextReviewOn() == null ? "" : UkTime.day(held.nextReviewOn());
        var row = Row.of(person.id(), person.name())
                .href("people/" + person.id())
                .pill(show == Show.HELD ? "on hold" : "due " + day, show == Show.DUE ? Tone.WARN : Tone.NEUTRAL)
                .line(RetentionPanel.group(held))
                .line(held.basis() == null ? "Review on " + day : "Review on " + day + ": " + held.basis())
                .line(held.lastEventOn() == null ? null : "Last event " + UkTime.day(held.lastEventOn()))
                .line(held.holdReason() == null ? null : "Hold: " + held.holdReason());
        return show == Show.HELD
                ? with(with(row, "release"), "group")
                : with(with(with(with(row, "keep"), "group"), "hold"), "erase");
    }

    private static Row with(Row row, String action) {
        return row.action(action, RetentionPanel.LABELS.get(action));
    }

    private Panel certificates() {
        var rows = new RowList("Certificates of erasure, the latest first");
        rows.setEmptyText("No record was erased yet. Each erasure leaves a certificate here.");
        var pager = pager(rows, cursor -> {
            var found = erasure.certificates(cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), PAGE);
            return new Shown(
                    found.stream().map(RetentionView::row).toList(),
                    found.size() < PAGE ? null : Long.toString(found.getLast().id()));
        });
        return new Panel("Certificates", rows, pager);
    }

    private static Row row(Certificate certificate) {
        return Row.of(certificate.id(), "Certificate " + certificate.number() + " · person " + certificate.person())
                .href("people/retention?certificate=" + certificate.id())
                .pill(certificate.kind().label().toLowerCase(java.util.Locale.UK), Tone.NEUTRAL)
                .line(UkTime.moment(certificate.at()) + ", " + certificate.by())
                .line(certificate.reason());
    }

    private record Shown(List<Row> rows, @Nullable String next) {}

    private static Pager pager(RowList rows, java.util.function.Function<@Nullable String, Shown> load) {
        var pager = new AtomicReference<Pager>();
        Consumer<@Nullable String> turn = cursor -> {
            var shown = load.apply(cursor);
            rows.setRows(shown.rows());
            pager.get().show(shown.rows().size(), shown.next(), -1);
        };
        pager.set(new Pager(turn));
        turn.accept(null);
        return pager.get();
    }

    private void show(Certificate certificate) {
        header.setSub("It shows what was erased, never what it said.");
        header.addAside(new PrintButton(() -> {
            erasure.print(certificate.id());
            return true;
        }));
        var printed = new Paragraph("Printed by " + viewer.displayName() + ", " + UkTime.moment(clock.instant())
                + ". To be kept and destroyed as police information.");
        printed.addClassName("print-only");
        var back = new Anchor("people/retention?show=" + CERTIFICATES, "All certificates");
        back.addClassName("no-print");
        content.add(printed, back, new CertificatePanel(certificate));
    }

    /** Goes to a certificate. */
    static void open(Certificate certificate) {
        UI.getCurrent()
                .navigate("people/retention", QueryParameters.of("certificate", Long.toString(certificate.id())));
    }
}
