package org.vigil.bench.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.vigil.VigilApplication;
import org.vigil.db.DatabaseClock;
import org.vigil.deadline.jobs.DeadlineSweep;
import org.vigil.security.EngineScope;

/** The whole console with its engine off: each line "sweep" on its input is one sweep, answered with its time. */
public final class SweepRunner {

    /** What an answer begins with, among the console's log. */
    public static final String ANSWER = "@swept";

    private SweepRunner() {}

    /** Arguments are the console's own. */
    public static void main(String[] args) throws IOException {
        try (var context = new SpringApplicationBuilder(VigilApplication.class).run(args)) {
            var sweep = context.getBean(DeadlineSweep.class);
            var clock = context.getBean(DatabaseClock.class);
            System.out.println(ANSWER + " ready");
            try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                while ("sweep".equals(orders.readLine())) {
                    var now = clock.now();
                    var started = System.nanoTime();
                    var result = EngineScope.call(() -> sweep.run(now));
                    System.out.println(ANSWER + " " + (System.nanoTime() - started) + " " + result.raised());
                }
            }
        }
    }
}
