package org.vigil.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.vigil.VigilApplication;
import org.vigil.faults.ConsoleClassPath;

/** The console in a process of its own, as it runs for people: measured from outside. */
final class BenchServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    private final int port;
    private final Process process;
    private final long startedAt;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private BenchServer(List<String> start, Path folder, List<String> arguments, Map<String, String> environment)
            throws IOException {
        port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(start);
        command.add("--server.port=" + port);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("console.log").toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("VIGIL_"));
        builder.environment().putAll(environment);
        startedAt = System.nanoTime();
        process = builder.start();
    }

    /** The packaged console. */
    static BenchServer jar(Path jar, Path folder, List<String> arguments) throws IOException {
        return new BenchServer(List.of("-jar", jar.toString()), folder, arguments, Map.of());
    }

    /** The console from its classes, on a server of the bench's. */
    static BenchServer classes(Path folder, List<String> arguments, Map<String, String> environment) throws IOException {
        return new BenchServer(
                List.of("-Xmx2g", "-cp", ConsoleClassPath.console(), VigilApplication.class.getName()), folder, arguments, environment);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Waits until readiness is UP and answers how long that took from the start of the process. */
    Duration awaitReady() {
        var request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        while (true) {
            var taken = Duration.ofNanos(System.nanoTime() - startedAt);
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - startedAt);
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The console ended while it started; see its log");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            if (taken.compareTo(LIMIT) > 0) {
                throw new IllegalStateException("The console was not ready after " + taken.toSeconds() + " s");
            }
            LockSupport.parkNanos(20_000_000L);
        }
    }

    /** Bytes of live objects: a class histogram begins with a full collection. */
    long liveHeap() throws IOException {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var matcher = TOTAL.matcher(new String(jcmd.getInputStream().readAllBytes()));
        if (!matcher.find()) {
            throw new IllegalStateException("jcmd told no total");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
