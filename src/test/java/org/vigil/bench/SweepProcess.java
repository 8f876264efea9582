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
import java.util.List;
import org.vigil.bench.node.SweepRunner;
import org.vigil.faults.ConsoleClassPath;
import org.vigil.faults.FaultDatabase;

/** Our side of {@link SweepRunner}. */
final class SweepProcess implements AutoCloseable {

    /** How long one sweep took, in its own process, and what it raised. */
    record Swept(Duration taken, int raised) {}

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final Path log;

    private SweepProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    static SweepProcess start(Path folder, FaultDatabase database) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-Xmx2g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        ConsoleClassPath.with(SweepRunner.class, folder),
                        SweepRunner.class.getName(),
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--vigil.engine.start=false",
                        "--vigil.demo.data=none"))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("VIGIL_"));
        builder.environment().putAll(database.environment());
        var started = new SweepProcess(builder.start(), folder.resolve("console.log"));
        started.answer();
        return started;
    }

    Swept sweep() throws IOException {
        orders.write("sweep\n");
        orders.flush();
        var words = answer().split(" ");
        return new Swept(Duration.ofNanos(Long.parseLong(words[1])), Integer.parseInt(words[2]));
    }

    private String answer() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(SweepRunner.ANSWER)) {
                return line;
            }
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        throw new IllegalStateException("The console ended; see " + log);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.onExit().join();
    }
}
