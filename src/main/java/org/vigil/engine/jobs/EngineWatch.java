package org.vigil.engine.jobs;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.vigil.engine.EngineProperties;
import org.vigil.engine.Heartbeat;

/** The three plain threads that watch the engine on this node: one reads the heartbeat, one stands in, one repairs. */
@Component
class EngineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(EngineWatch.class);

    private final EngineGuard guard;
    private final Watchdog watchdog;
    private final StandIn standIn;
    private final Heartbeat heartbeat;
    private final EngineProperties properties;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().daemon().name("engine-watch-", 0).factory());

    EngineWatch(
            EngineGuard guard, Watchdog watchdog, StandIn standIn, Heartbeat heartbeat, EngineProperties properties) {
        this.guard = guard;
        this.watchdog = watchdog;
        this.standIn = standIn;
        this.heartbeat = heartbeat;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!properties.start()) {
            LOG.info("The engine is switched off (vigil.engine.start=false): this node checks no alerts");
            return;
        }
        var guarding = new Round(guard::look);
        var repairing = new Round(watchdog::look);
        threads.scheduleWithFixedDelay(new Round(heartbeat::refresh), 0, 1, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(new Round(standIn::look), 1, 1, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(
                () -> {
                    guarding.run();
                    repairing.run();
                },
                0,
                properties.watchInterval().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Work that is tried again when it fails: an exception would end the executor's task for good. */
    private static final class Round implements Runnable {

        private final Work work;
        private String lastProblem = "";

        Round(Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
                lastProblem = "";
            } catch (Exception problem) {
                if (!problem.toString().equals(lastProblem)) {
                    LOG.warn("A round of the engine's watch failed and is tried again: {}", problem.toString());
                }
                LOG.debug("The round's failure", problem);
                lastProblem = problem.toString();
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
