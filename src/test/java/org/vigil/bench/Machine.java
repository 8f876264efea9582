package org.vigil.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names the machine by what matters to a figure: processor, cores, memory, Java. */
final class Machine {

    private Machine() {}

    static String describe() {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + memoryGigabytes()
                + " GB, " + System.getProperty("os.name") + ", Java " + Runtime.version().feature();
    }

    /** Physical memory. */
    static long memoryGigabytes() {
        var bytes = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        return Math.round(bytes / 1e9);
    }

    private static String processor() {
        var list = Path.of("/proc/cpuinfo");
        try {
            return Files.exists(list)
                    ? Files.readAllLines(list).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(System.getProperty("os.arch"))
                    : System.getProperty("os.arch");
        } catch (IOException unreadable) {
            return System.getProperty("os.arch");
        }
    }
}
