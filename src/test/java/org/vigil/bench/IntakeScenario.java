package org.vigil.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.TestForce;

/** Calls through the API as a command-and-control system sends them, against the bare rows that they become. */
final class IntakeScenario implements Scenario {

    private static final int BATCH = 500;
    private static final int WARM_UP = 16;
    private static final int BATCHES = 20;
    private static final double LEAST_SHARE = 1.0 / 3;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public boolean run(int scale) throws Exception {
        var folder = BenchFolders.fresh(name());
        try (var database = FaultDatabase.start(folder.resolve("database"), SweepScenario.bufferPool());
                var console = BenchServer.classes(
                        folder,
                        List.of("--vigil.engine.start=false", "--vigil.data-dir=" + folder.resolve("data")),
                        database.environment())) {
            console.awaitReady();
            try (var owner = database.connect()) {
                TestForce.settle(owner);
                for (var batch = 0; batch < WARM_UP; batch++) {
                    post(console, "w" + batch);
                }
                var from = Marks.now(owner);
                var taken = Duration.ZERO;
                for (var batch = 0; batch < BATCHES; batch++) {
                    taken = taken.plus(post(console, "m" + batch));
                }
                var plain = PlainInserts.read(owner, from.rowsSince());
                var bare = plain.median(owner, from.rowsSince(), 3);
                return report(taken, plain, bare);
            }
        }
    }

    private boolean report(Duration taken, PlainInserts plain, Duration bare) throws IOException {
        var calls = BATCH * BATCHES;
        var rate = Figures.perSecond(calls, taken);
        var bareRate = Figures.perSecond(calls, bare);
        var met = rate / bareRate >= LEAST_SHARE;
        Report.write(
                name(),
                "Intake",
                "`POST /api/v1/incidents` in " + BATCHES + " batches of " + BATCH + " after " + WARM_UP
                        + " to warm up, one client, HTTP and JSON included. The plain insert puts the very rows that the"
                        + " calls became (" + plain.describe() + ") back by JDBC batch, 500 rows a commit, with the same"
                        + " driver.",
                List.of(new Line(
                        "calls taken in",
                        Figures.rate(rate, "calls"),
                        Figures.rate(bareRate, "calls") + " as plain rows",
                        Figures.times(rate / bareRate),
                        "at least 0.33",
                        met)));
        return met;
    }

    private Duration post(BenchServer console, String batch) throws IOException, InterruptedException {
        var references = IntStream.range(0, BATCH).mapToObj(call -> batch + "-" + call).toList();
        var request = TestForce.post(console.url(), references, Duration.ofMinutes(2));
        var started = System.nanoTime();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var taken = Duration.ofNanos(System.nanoTime() - started);
        var created = answer.body().split("\"status\":\"created\"", -1).length - 1;
        if (answer.statusCode() != 200 || created != BATCH) {
            throw new IllegalStateException(answer.statusCode() + ", " + created + " created: "
                    + answer.body().substring(0, Math.min(2_000, answer.body().length())));
        }
        return taken;
    }

    /** Where each table stood before the measured batches: what lies beyond it is theirs. */
    private record Marks(List<String[]> marks) {

        private static final List<String> WITH_ID = List.of("incident", "deadline", "alert", "audit_entry");
        private static final List<String[]> CHILDREN = List.of(
                new String[] {"incident_grade_change", "incident_id", "incident"},
                new String[] {"incident_party", "incident_id", "incident"},
                new String[] {"incident_party_identifier", "incident_id", "incident"},
                new String[] {"incident_unit", "incident_id", "incident"},
                new String[] {"deadline_rung", "deadline_id", "deadline"},
                new String[] {"alert_audience", "alert_id", "alert"},
                new String[] {"alert_event", "alert_id", "alert"},
                new String[] {"alert_notification", "alert_id", "alert"},
                new String[] {"audit_shown", "entry_id", "audit_entry"},
                new String[] {"audit_value", "entry_id", "audit_entry"});

        static Marks now(Connection owner) throws SQLException {
            var marks = new ArrayList<String[]>();
            for (var table : WITH_ID) {
                marks.add(new String[] {table, "id > " + last(owner, table)});
            }
            for (var child : CHILDREN) {
                marks.add(new String[] {child[0], child[1] + " > " + last(owner, child[2])});
            }
            return new Marks(marks);
        }

        List<String[]> rowsSince() {
            return marks;
        }

        private static long last(Connection owner, String table) throws SQLException {
            try (var statement = owner.createStatement();
                    var row = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM " + table)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
