package org.vigil.faults.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The node's side of its control folder: each file in it is an order or an answer. */
final class FaultControls {

    private final Path folder;

    FaultControls(Path folder) {
        this.folder = folder;
    }

    /** Answers that the console is up: its port and its name in the cluster. */
    void ready(int port, String instanceId) {
        write("ready", port + "\n" + instanceId + "\n");
    }

    /** This machine's clock, wrong by the milliseconds that the file "skew" names. */
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(skew());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    /** Stops this thread where the file "park" names the point, until that file is gone. */
    void reached(String point) {
        if (!point.equals(read("park"))) {
            return;
        }
        write("parked", point);
        while (Files.exists(folder.resolve("park"))) {
            LockSupport.parkNanos(50_000_000L);
        }
        try {
            Files.deleteIfExists(folder.resolve("parked"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Watches for the file "verify" and answers it with what the work says, in the file "verified". */
    void onVerify(Supplier<String> work) {
        Thread.ofPlatform().daemon().name("fault-controls").start(() -> {
            while (true) {
                LockSupport.parkNanos(100_000_000L);
                if (Files.exists(folder.resolve("verify")) && !Files.exists(folder.resolve("verified"))) {
                    write("verified", work.get());
                }
            }
        });
    }

    /** Whether the job with this simple class name can't be created just now. */
    boolean breaks(String job) {
        return job.equals(read("break-job"));
    }

    private Duration skew() {
        var millis = read("skew");
        return millis.isEmpty() ? Duration.ZERO : Duration.ofMillis(Long.parseLong(millis));
    }

    private String read(String name) {
        try {
            return Files.exists(folder.resolve(name)) ? Files.readString(folder.resolve(name)).strip() : "";
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }

    private void write(String name, String text) {
        try {
            var half = Files.writeString(folder.resolve(name + ".half"), text);
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
