package org.vigil.bench;

import com.vaadin.browserless.BrowserlessTestSpringLookupInitializer;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.internal.Routes;
import com.vaadin.browserless.mocks.MockSpringServlet;
import com.vaadin.browserless.mocks.SpringSecurityRequestCustomizer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.UidlWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigil.faults.TestForce;
import org.vigil.person.PersonPage;
import org.vigil.person.PersonPages;
import org.vigil.person.PersonPages.Opened;

/** What the server does until the page of a person with very much behind them is on its way to the browser. */
final class PersonPageScenario implements Scenario {

    private static final int PEOPLE = 2;
    private static final int WARM_UP = 60;
    private static final int OPENED = 200;
    private static final Duration MOST = Duration.ofMillis(100);

    /** The rows that the page shows, table by table, by the person's key. */
    private static final List<String> ROWS = List.of(
            "SELECT * FROM person WHERE id = ?",
            "SELECT * FROM person_characteristic WHERE person_id = ?",
            "SELECT * FROM person_name WHERE person_id = ?",
            "SELECT * FROM person_birth WHERE person_id = ?",
            "SELECT * FROM person_identifier WHERE person_id = ?",
            "SELECT * FROM person_phone WHERE person_id = ?",
            "SELECT * FROM person_email WHERE person_id = ?",
            "SELECT * FROM person_address WHERE person_id = ?",
            "SELECT * FROM person_marker WHERE person_id = ?",
            "SELECT f.*, d.due_at FROM person_flag f LEFT JOIN deadline d ON d.subject_type = 'PERSON_FLAG'"
                    + " AND d.subject_id = f.id WHERE f.person_id = ?",
            "SELECT r.*, n.* FROM person_relationship r JOIN person_name n ON n.person_id = r.other_id WHERE r.person_id = ?",
            "SELECT r.*, n.* FROM person_relationship r JOIN person_name n ON n.person_id = r.person_id WHERE r.other_id = ?",
            "SELECT * FROM person_external_record WHERE person_id = ?",
            "SELECT i.id, i.reference, i.received_at, i.grade, i.flagged, i.address_line, i.postcode, i.children_present,"
                    + " l.role FROM person_link l JOIN incident i ON i.id = l.subject_id"
                    + " WHERE l.person_id = ? AND l.subject_type = 'INCIDENT'",
            "SELECT o.*, n.given_name, n.family_name FROM person_link l JOIN person_link o ON o.subject_type = l.subject_type"
                    + " AND o.subject_id = l.subject_id JOIN person_name n ON n.person_id = o.person_id WHERE l.person_id = ?");

    @Override
    public String name() {
        return "person-page";
    }

    @Override
    public boolean run(int scale) throws Exception {
        try (var console = BenchConsole.start(BenchFolders.fresh(name()))) {
            try (var connection = console.connect()) {
                TestForce.settle(connection);
            }
            var people = new ArrayList<Long>();
            for (var at = 0; at < PEOPLE; at++) {
                people.add(new HeavyPerson(console).make("P" + at + "-"));
            }
            return console.as(TestForce.SUPERVISOR, () -> measure(console, people));
        }
    }

    private boolean measure(BenchConsole console, List<Long> people) {
        try {
            var held = page(console, people.getFirst());
            var read = times(people, person -> page(console, person));
            var shown = shown(console, people);
            var plain = plain(console, people);
            return report(held, read, shown, plain);
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }

    private interface Work {
        void of(long person) throws Exception;
    }

    private static List<Duration> times(List<Long> people, Work work) throws Exception {
        var taken = new ArrayList<Duration>();
        for (var at = 0; at < WARM_UP + OPENED; at++) {
            var started = System.nanoTime();
            work.of(people.get(at % people.size()));
            if (at >= WARM_UP) {
                taken.add(Duration.ofNanos(System.nanoTime() - started));
            }
        }
        return taken;
    }

    private static PersonPage page(BenchConsole console, long person) {
        return switch (console.bean(PersonPages.class).open(person, true).orElseThrow()) {
            case Opened.InFull full -> full.page();
            case Opened.Restricted restricted -> throw new IllegalStateException("Restricted: " + restricted);
        };
    }

    /** The whole of the server's part: read, audited, built as components and written for the browser. */
    private static List<Duration> shown(BenchConsole console, List<Long> people) throws Exception {
        BrowserlessTestSpringLookupInitializer.setApplicationContext(console.context());
        var servlet = new MockSpringServlet(new Routes().autoDiscoverViews("org.vigil"), console.context(), UI::new);
        MockVaadin.setup(
                UI::new,
                servlet,
                Set.of(BrowserlessTestSpringLookupInitializer.class, SpringSecurityRequestCustomizer.class));
        try {
            return times(people, person -> {
                var ui = UI.getCurrent();
                ui.navigate("people/" + person);
                ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
                new UidlWriter().createUidl(ui, false);
            });
        } finally {
            MockVaadin.tearDown();
            BrowserlessTestSpringLookupInitializer.clearApplicationContext();
        }
    }

    /** The same rows read by hand, one statement a table, and nothing made of them. */
    private static List<Duration> plain(BenchConsole console, List<Long> people) throws Exception {
        try (var connection = console.connect()) {
            return times(people, person -> {
                for (var sql : ROWS) {
                    try (var ask = connection.prepareStatement(sql)) {
                        ask.setLong(1, person);
                        try (var rows = ask.executeQuery()) {
                            read(rows);
                        }
                    }
                }
            });
        }
    }

    private static void read(java.sql.ResultSet rows) throws SQLException {
        var columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (var column = 1; column <= columns; column++) {
                rows.getObject(column);
            }
        }
    }

    private boolean report(PersonPage held, List<Duration> read, List<Duration> shown, List<Duration> plain)
            throws java.io.IOException {
        var person = held.person();
        var calls = held.chronology().stream().filter(each -> each.entry().kind().equals("Call")).count();
        var records = calls + person.markers().size() + person.flags().size() + person.relationships().size()
                + person.externalRecords().size();
        var shown95 = Figures.share(shown, 0.95);
        var read95 = Figures.share(read, 0.95);
        var plain95 = Figures.share(plain, 0.95);
        var lines = List.of(
                line("the page, p95: read, audited, built and written for the browser", shown95, plain95, "at most 100 ms",
                        shown95.compareTo(MOST) <= 0),
                line("of it read and audited, p95", read95, plain95, "-", true));
        Report.write(
                name(),
                "Person page",
                PEOPLE + " people with " + records + " linked records each (" + calls + " calls with another party each, "
                        + person.markers().size() + " markers, " + person.flags().size() + " flags to be chased, "
                        + person.relationships().size() + " relationships, " + person.externalRecords().size()
                        + " records of other systems), opened in turn, " + OPENED + " times after " + WARM_UP
                        + " to warm up. Beside it the same rows read by hand, a statement a table, and nothing made of them.",
                lines);
        return lines.stream().allMatch(Line::met);
    }

    private static Line line(String what, Duration own, Duration plain, String bar, boolean met) {
        return new Line(
                what, Figures.fine(own), Figures.fine(plain) + " plain reads", Figures.times((double) own.toNanos() / plain.toNanos()),
                bar, met);
    }
}
