package org.vigil.soak;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.vigil.bench.Report;
import org.vigil.faults.Fault;
import org.vigil.faults.FaultCluster;
import org.vigil.faults.Oracle;
import org.vigil.faults.TestFolders;

/**
 * {@code ./vigil soak --faults=200 --seed=…}: faults in an order that the seed gives, with the settings of a real
 * installation, while clocks fall due all the time. Keeps its verdict in docs/benchmarks.md.
 */
public final class Soak {

    private static final Path FOLDER = Path.of("target/soak").toAbsolutePath();
    private static final int FAULTS = 20;
    private static final int CLOCKS_A_FAULT = 1_000;

    private Soak() {}

    /** One line of the table: how often a fault struck, and the worst that it did. */
    private record Tally(int times, Duration worst, Duration worstBeyond) {

        static final Tally NONE = new Tally(0, Duration.ZERO, Duration.ZERO);

        Tally plus(Fault.Struck struck) {
            return new Tally(
                    times + 1, longer(worst, struck.worst()), longer(worstBeyond, struck.beyondOutage()));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }

    /** Ends with 0 when nothing was missed, doubled or later than its limit, and with 1 otherwise. */
    public static void main(String[] args) throws Exception {
        var faults = number(args, "faults", FAULTS);
        var seed = number(args, "seed", Clock.systemUTC().millis());
        System.out.println("Soak of " + faults + " faults, seed " + seed);
        TestFolders.empty(FOLDER);
        var random = new Random(seed);
        var tallies = new EnumMap<Fault, Tally>(Fault.class);
        var late = new ArrayList<String>();
        try (var cluster = FaultCluster.start(FOLDER, List.of())) {
            for (var number = 1; number <= faults; number++) {
                var fault = next(random, number);
                var window = Duration.ofSeconds(5 + random.nextInt(20));
                var struck = fault.strike(cluster, random, CLOCKS_A_FAULT, window);
                tallies.put(fault, tallies.getOrDefault(fault, Tally.NONE).plus(struck));
                var line = "%d of %d: %s, longest wait %.1f s, database away %.1f s"
                        .formatted(number, faults, fault, seconds(struck.worst()), seconds(struck.outage()));
                System.out.println(line);
                if (struck.beyondOutage().compareTo(fault.limit()) > 0) {
                    late.add(line);
                }
            }
            cluster.awaitAllRaised(Duration.ofMinutes(3));
            var verdict = new Oracle(cluster.database()).judge();
            var sound = verdict.isSound() && late.isEmpty();
            Report.write("soak", "Soak", text(faults, seed, tallies, verdict, late));
            System.out.println(sound ? "Nothing missed, nothing doubled." : "FAILED; run again with --seed=" + seed);
            System.exit(sound ? 0 : 1);
        } catch (Exception problem) {
            System.err.println("The soak broke off; run again with --seed=" + seed + "; logs are in " + FOLDER);
            throw problem;
        }
    }

    /** The first fault is the long outage, so that even a short soak has it; it is rare after that. */
    private static Fault next(Random random, long number) {
        if (number == 1) {
            return Fault.DATABASE_AWAY_75_S;
        }
        var all = Fault.values();
        var fault = all[random.nextInt(all.length)];
        return fault == Fault.DATABASE_AWAY_75_S && random.nextInt(3) > 0 ? Fault.DATABASE_AWAY_10_S : fault;
    }

    private static String text(
            long faults, long seed, Map<Fault, Tally> tallies, Oracle.Verdict verdict, List<String> late) {
        var head = """
                Two consoles as separate processes with the settings of a real installation on one MariaDB server, innodb_snapshot_isolation on; \
                `./vigil soak --faults=%d --seed=%d`.

                | faults injected | alerts due | stages due | missed | duplicated | early | triggers stuck | max lateness | p99 lateness |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                | %d | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s |

                | fault | times | longest wait | of it not the database's | limit |
                | --- | --- | --- | --- | --- |
                """
                .formatted(
                        faults,
                        seed,
                        faults,
                        verdict.alerts(),
                        verdict.due(),
                        verdict.missed(),
                        verdict.doubled(),
                        verdict.early(),
                        verdict.badTriggers(),
                        seconds(verdict.max()),
                        seconds(verdict.p99()));
        var rows = tallies.entrySet().stream()
                .map(entry -> "| %s | %d | %.1f s | %.1f s | %d s |"
                        .formatted(
                                entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                entry.getValue().times(),
                                seconds(entry.getValue().worst()),
                                seconds(entry.getValue().worstBeyond()),
                                entry.getKey().limit().toSeconds()))
                .collect(Collectors.joining("\n"));
        return head + rows + (late.isEmpty() ? "" : "\n\nBeyond the limit: " + String.join("; ", late) + ".");
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    private static long number(String[] args, String name, long otherwise) {
        var prefix = "--" + name + "=";
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(prefix))
                .map(arg -> Long.parseLong(arg.substring(prefix.length())))
                .findFirst()
                .orElse(otherwise);
    }
}
