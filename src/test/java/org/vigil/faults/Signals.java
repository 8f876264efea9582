package org.vigil.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** What a process can't catch: the power switch, and the pause of a machine that is moved. */
final class Signals {

    private Signals() {}

    static void kill(ProcessHandle process) {
        send(process, "KILL");
        process.onExit().join();
    }

    static void pause(ProcessHandle process) {
        send(process, "STOP");
    }

    static void resume(ProcessHandle process) {
        send(process, "CONT");
    }

    private static void send(ProcessHandle process, String signal) {
        try {
            var sent = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
            if (!sent.waitFor(10, TimeUnit.SECONDS) || sent.exitValue() != 0) {
                throw new IllegalStateException(signal + " to " + process.pid() + " was not taken");
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
