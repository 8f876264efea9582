package org.vigil.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.vigil.faults.node.FaultConsole;

/** One console in a process of its own, with the control folder through which faults are ordered. */
public final class FaultNode implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final String name;
    private final Path control;
    private final Path log;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;

    private FaultNode(String name, Path folder, Map<String, String> environment, List<String> arguments) {
        this.name = name;
        this.control = folder.resolve(name);
        this.log = folder.resolve(name + ".log");
        this.environment = environment;
        this.command = command(control, arguments);
        this.process = launch();
    }

    /**
     * Starts a console without waiting for it; see {@link #awaitReady}.
     *
     * @param environment what {@link FaultDatabase#environment} answers, or nothing for the embedded database
     * @param arguments the console's own, such as {@code --vigil.engine.watch-interval=2s}
     */
    public static FaultNode launch(
            String name, Path folder, Map<String, String> environment, List<String> arguments) {
        return new FaultNode(name, folder, environment, arguments);
    }

    /** Waits until the console is up. */
    public FaultNode awaitReady() {
        Awaitility.await(name + " is up, see " + log)
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(name + " ended while it started; see " + log);
                    }
                    return Files.exists(control.resolve("ready"));
                });
        return this;
    }

    public boolean isReady() {
        return process.isAlive() && Files.exists(control.resolve("ready"));
    }

    public String name() {
        return name;
    }

    /** The node's name in the cluster. */
    public String instanceId() {
        return readyLines().get(1);
    }

    public int port() {
        return Integer.parseInt(readyLines().getFirst());
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public void kill() {
        Signals.kill(process.toHandle());
    }

    public void pause() {
        Signals.pause(process.toHandle());
    }

    public void goOn() {
        Signals.resume(process.toHandle());
    }

    /** Starts a killed console again, without waiting for it. */
    public void relaunch() {
        process = launch();
    }

    /** Writes an order into the node's control folder. */
    void order(String order, String value) {
        try {
            var half = Files.writeString(control.resolve(order + ".half"), value);
            Files.move(half, control.resolve(order), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void cancel(String order) {
        try {
            Files.deleteIfExists(control.resolve(order));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    boolean answered(String answer) {
        return Files.exists(control.resolve(answer));
    }

    /** Has the console verify its audit log; answers "intact" or "broken", the number of entries, and the finding. */
    public String verifyAudit() {
        order("verify", "now");
        Awaitility.await(name + " verified its audit log").atMost(Duration.ofSeconds(60)).until(() -> answered("verified"));
        try {
            return Files.readString(control.resolve("verified"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The body of {@code GET path}, or a word about why there is none. */
    public String get(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                                    .timeout(Duration.ofSeconds(3))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException problem) {
            return "no answer: " + problem;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private List<String> readyLines() {
        try {
            return Files.readAllLines(control.resolve("ready"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Process launch() {
        try {
            clear(control);
            Files.createDirectories(control);
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("VIGIL_"));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> command(Path control, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", ConsoleClassPath.with(FaultConsole.class, control.getParent()), FaultConsole.class.getName(), control.toString()));
        command.addAll(List.of("--server.port=0", "--spring.main.banner-mode=off"));
        command.addAll(arguments);
        return command;
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder, 1, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            Signals.resume(process.toHandle());
            Signals.kill(process.toHandle());
        }
    }
}
