package org.vigil.bench;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.Seeds;
import org.vigil.faults.TestForce;

/** From the instant at which something is due to the moment its alert stands on a supervisor's open screen. */
final class AlertLatencyScenario implements Scenario {

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(2);
    private static final Duration BAR = SWEEP_INTERVAL.plusSeconds(1);
    private static final int ROUNDS = 5;
    /** One page of the list, so that each is on screen. */
    private static final int A_ROUND = 45;

    private static final Duration ROUND = Duration.ofSeconds(20);

    /** Remembers when each reference was first in the page, by the machine's own clock, which the database shares. */
    private static final String WATCH =
            """
            () => {
              window.firstSeen = {};
              const text = (node) => (node.shadowRoot ? node.shadowRoot.textContent : '') + node.textContent;
              const look = () => {
                const all = [...document.querySelectorAll('vigil-rows')].map(text).join(' ');
                for (const match of all.matchAll(/F-\\d+/g)) {
                  window.firstSeen[match[0]] ??= performance.timeOrigin + performance.now();
                }
              };
              const frame = () => { look(); requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
            }
            """;

    @Override
    public String name() {
        return "alert-latency";
    }

    @Override
    public boolean run(int scale) throws Exception {
        var folder = BenchFolders.fresh(name());
        try (var database = FaultDatabase.start(folder.resolve("database"), SweepScenario.bufferPool());
                var console = BenchServer.classes(
                        folder, List.of("--vigil.data-dir=" + folder.resolve("data")), database.environment());
                var owner = connectWhenReady(database, console);
                var browser = new BenchBrowser()) {
            TestForce.settle(owner);
            BenchData.openClocks(owner, 0, scale);
            var page = browser.open(console.url(), "/alerts");
            var toScreen = new ArrayList<Duration>();
            var toDatabase = new ArrayList<Duration>();
            for (var round = 0; round <= ROUNDS; round++) {
                var seeds = new Seeds(database);
                page.reload();
                page.evaluate(WATCH);
                seeds.addDue(A_ROUND, Duration.ofSeconds(3), ROUND);
                var seen = seen(page);
                if (round > 0) {
                    collect(owner, seen, toScreen, toDatabase);
                }
                PlainInserts.delete(owner, BenchData.RAISED);
                PlainInserts.delete(owner, BenchData.SEEDED);
            }
            return report(scale, toScreen, toDatabase);
        }
    }

    private static Connection connectWhenReady(FaultDatabase database, BenchServer console) throws SQLException {
        console.awaitReady();
        return database.connect();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Double> seen(Page page) {
        Awaitility.await("all " + A_ROUND + " alerts on the screen")
                .atMost(ROUND.plusSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> ((Number) page.evaluate("() => Object.keys(window.firstSeen).length")).intValue() == A_ROUND);
        var found = new HashMap<String, Double>();
        ((Map<String, Number>) page.evaluate("() => window.firstSeen"))
                .forEach((reference, millis) -> found.put(reference, millis.doubleValue()));
        return found;
    }

    private static void collect(
            Connection owner, Map<String, Double> seen, List<Duration> toScreen, List<Duration> toDatabase)
            throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT d.subject_reference,"
                        + " CAST(UNIX_TIMESTAMP(d.due_at) * 1000000 AS SIGNED), TIMESTAMPDIFF(MICROSECOND, f.due_at, f.fired_at)"
                        + " FROM deadline d JOIN deadline_rung f ON f.deadline_id = d.id AND f.rung = 4 WHERE d.subject_id > "
                        + Seeds.FIRST_SUBJECT)) {
            while (rows.next()) {
                var due = Instant.EPOCH.plusNanos(rows.getLong(2) * 1_000);
                var at = Instant.EPOCH.plusNanos(Math.round(seen.get(rows.getString(1)) * 1e6));
                toScreen.add(Duration.between(due, at));
                toDatabase.add(Duration.ofNanos(rows.getLong(3) * 1_000));
            }
        }
    }

    private boolean report(int scale, List<Duration> toScreen, List<Duration> toDatabase) throws Exception {
        var p99 = Figures.share(toScreen, 0.99);
        var swept = Figures.share(toDatabase, 0.99);
        var met = p99.compareTo(BAR) <= 0;
        Report.write(
                name(),
                "Alert latency",
                toScreen.size() + " clocks fall due one by one, spread evenly over " + ROUND.toSeconds() + " s a round, while "
                        + String.format(Locale.UK, "%,d", scale) + " are open; a supervisor's Chromium shows `/alerts` and"
                        + " notes the frame in which each alert is first there. Beside it the sweep's own share: from due"
                        + " to the sweep that took it. The median to the screen was "
                        + Figures.millis(Figures.median(toScreen)) + ", the slowest "
                        + Figures.millis(Figures.share(toScreen, 1.0)) + ".",
                List.of(new Line(
                        "99 of 100 alerts, from due to the screen",
                        Figures.millis(p99),
                        Figures.millis(swept) + " from due to the sweep",
                        Figures.times((double) p99.toNanos() / swept.toNanos()),
                        "at most the interval of 2 s and 1 s",
                        met)));
        return met;
    }
}
