package org.vigil.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.vigil.bench.node.SearchRunner;
import org.vigil.faults.ConsoleClassPath;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.TestForce;

/** Our side of {@link SearchRunner}. */
final class SearchProcess implements AutoCloseable {

    /**
     * What one query took and whom it showed.
     *
     * @param taken until the answer was there
     * @param logged until the log had its entry as well
     */
    record Answered(Duration taken, Duration logged, List<Integer> people) {}

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Path folder;

    private SearchProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    static SearchProcess start(Path folder, FaultDatabase database) throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        ConsoleClassPath.with(SearchRunner.class, folder),
                        SearchRunner.class.getName(),
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--vigil.engine.start=false",
                        "--vigil.demo.data=none",
                        "--vigil.data-dir=" + folder.resolve("data"),
                        "--bench.account=" + TestForce.SUPERVISOR))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("VIGIL_"));
        builder.environment().putAll(database.environment());
        var started = new SearchProcess(builder.start(), folder);
        started.answer();
        return started;
    }

    /** Brings the index up to date with people who were put into the tables directly. */
    Duration index() throws IOException {
        return order("index");
    }

    /** Searches for each, so many at a time; answers come in the order of the queries. */
    List<Answered> search(List<String> queries, int atOnce) throws IOException {
        var file = folder.resolve("queries-" + System.nanoTime() + ".txt");
        Files.write(file, queries);
        order("search " + atOnce + " " + file);
        return Files.readAllLines(Path.of(file + ".answers")).stream()
                .map(SearchProcess::answered)
                .toList();
    }

    private static Answered answered(String line) {
        var words = line.split(" ", 3);
        var people = words.length < 3 || words[2].isBlank()
                ? List.<Integer>of()
                : Arrays.stream(words[2].split(",")).map(Integer::valueOf).toList();
        return new Answered(
                Duration.ofNanos(Long.parseLong(words[0])), Duration.ofNanos(Long.parseLong(words[1])), people);
    }

    private Duration order(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return Duration.ofNanos(Long.parseLong(answer().split(" ")[1]));
    }

    private String answer() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(SearchRunner.ANSWER)) {
                return line;
            }
            Files.writeString(
                    folder.resolve("console.log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        throw new IllegalStateException("The console ended; see " + folder.resolve("console.log"));
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.onExit().join();
    }
}
