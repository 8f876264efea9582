package org.vigil.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A feed that sends calls to both consoles through all faults, as command and control would, and remembers which were
 * answered: those must be there. One whose answer never came may be there or not, and is sent again to the other console.
 */
public final class Feed implements AutoCloseable {

    private static final int CALLS_A_REQUEST = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<FaultNode> nodes;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("feed").unstarted(this::send);
    private volatile boolean closed;

    private Feed(List<FaultNode> nodes) {
        this.nodes = nodes;
    }

    static Feed start(List<FaultNode> nodes) {
        var feed = new Feed(nodes);
        feed.thread.start();
        return feed;
    }

    /** References of calls that a console said it had taken in. */
    Set<String> answered() {
        return Set.copyOf(answered);
    }

    Set<String> sent() {
        return Set.copyOf(sent);
    }

    /** References of the calls that are in the database, one for each row. */
    List<String> held(FaultDatabase database) throws SQLException {
        var held = new ArrayList<String>();
        try (var owner = database.connect();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT reference FROM incident WHERE source = 'CAD'")) {
            while (rows.next()) {
                held.add(rows.getString(1));
            }
        }
        return held;
    }

    private void send() {
        for (var request = 0; !closed; request++) {
            var number = request;
            var references = IntStream.range(0, CALLS_A_REQUEST)
                    .mapToObj(call -> "C-" + number + "-" + call)
                    .toList();
            sent.addAll(references);
            // Some are told twice, to both consoles: what is sent again must not be doubled.
            var taken = take(nodes.get(request % 2), references);
            if (!taken || request % 5 == 0) {
                take(nodes.get((request + 1) % 2), references);
            }
            LockSupport.parkNanos(200_000_000L);
        }
    }

    private boolean take(FaultNode node, List<String> references) {
        if (!node.isReady()) {
            return false;
        }
        try {
            var answer = http.send(
                    TestForce.post("http://127.0.0.1:" + node.port(), references, PATIENCE),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("\"rejected\"")) {
                return false;
            }
            answered.addAll(references);
            return true;
        } catch (IOException | RuntimeException unknown) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
