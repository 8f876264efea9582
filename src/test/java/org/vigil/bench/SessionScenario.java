package org.vigil.bench;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.Seeds;
import org.vigil.faults.TestForce;

/** What one officer at the board costs the server's heap. */
final class SessionScenario implements Scenario {

    private static final int BROWSERS = 30;
    private static final double MOST_MEGABYTES = 1.0;
    private static final int ALERTS = 500;
    private static final double MEGABYTE = 1024 * 1024;

    @Override
    public String name() {
        return "session";
    }

    @Override
    public boolean run(int scale) throws Exception {
        var folder = BenchFolders.fresh(name());
        try (var database = FaultDatabase.start(folder.resolve("database"), "512M");
                var console = BenchServer.classes(
                        folder, List.of("--vigil.data-dir=" + folder.resolve("data")), database.environment());
                var browser = new BenchBrowser()) {
            console.awaitReady();
            try (var owner = database.connect()) {
                TestForce.settle(owner);
                BenchData.openClocks(owner, 0, 10_000);
            }
            new Seeds(database).addDue(ALERTS);
            // The first session loads classes and fills caches that the console keeps: it belongs to the baseline.
            browser.open(console.url(), "/");
            settle();
            var before = console.liveHeap();
            for (var each = 0; each < BROWSERS; each++) {
                browser.open(console.url(), "/");
            }
            settle();
            var after = console.liveHeap();
            var each = (after - before) / MEGABYTE / BROWSERS;
            var met = each <= MOST_MEGABYTES;
            Report.write(
                    name(),
                    "Session",
                    BROWSERS + " Chromium windows with cookies of their own, each signed in and on the board with " + ALERTS
                            + " open alerts, pushing; live objects after a full collection, counted in the server's own"
                            + " process, less those with one session before.",
                    List.of(new Line(
                            "heap a session on the board",
                            Figures.times(each) + " MB",
                            Figures.times(before / MEGABYTE) + " MB with one session, " + Figures.times(after / MEGABYTE)
                                    + " MB with " + (BROWSERS + 1),
                            "-",
                            "at most 1 MB",
                            met)));
            return met;
        }
    }

    /** Lets pushes and polls of some rounds go by, so that what is temporary has been dropped. */
    private static void settle() {
        Awaitility.await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
    }
}
