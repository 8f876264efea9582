package org.vigil.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From {@code java -jar} to ready, on a data folder that exists. */
final class StartScenario implements Scenario {

    private static final Duration BAR = Duration.ofSeconds(15);
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public boolean run(int scale) throws Exception {
        var jar = Path.of("target/vigil.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no target/vigil.jar: build it first (mvnw -DskipTests package).");
        }
        var folder = BenchFolders.fresh("start");
        var arguments = List.of("--vigil.data-dir=" + folder.resolve("data"), "--vigil.demo.data=small");
        Duration first;
        try (var console = BenchServer.jar(jar, folder, arguments)) {
            first = console.awaitReady();
        }
        var runs = new ArrayList<Duration>();
        for (var run = 0; run < RUNS; run++) {
            try (var console = BenchServer.jar(jar, folder, arguments)) {
                runs.add(console.awaitReady());
            }
        }
        var median = Figures.median(runs);
        var met = median.compareTo(BAR) <= 0;
        Report.write(
                name(),
                "Start",
                "From `java -jar target/vigil.jar` to a readiness of UP, median of " + RUNS
                        + " on an existing data folder, embedded database included; beside it the very first start, which"
                        + " unpacks the database, makes the schema and loads the demonstration.",
                List.of(new Line(
                        "start",
                        Figures.seconds(median),
                        Figures.seconds(first) + " first start",
                        Figures.times((double) median.toNanos() / first.toNanos()),
                        "at most 15 s on two cores",
                        met)));
        return met;
    }
}
