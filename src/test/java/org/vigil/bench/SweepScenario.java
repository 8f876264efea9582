package org.vigil.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.Seeds;

/** Whether a sweep's cost follows what is due and not what is open, and how near raising comes to the bare database. */
final class SweepScenario implements Scenario {

    private static final int FEW = 10_000;
    private static final int DUE = 1_000;
    private static final int AT_ONCE = 10_000;
    private static final int WARM_UP = 3;
    private static final int RUNS = 9;
    private static final double MOST_GROWTH = 1.3;
    private static final double LEAST_SHARE = 0.1;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public boolean run(int scale) throws Exception {
        var folder = BenchFolders.fresh(name());
        try (var database = FaultDatabase.start(folder.resolve("database"), bufferPool());
                var console = SweepProcess.start(folder, database);
                var owner = database.connect()) {
            BenchData.signOn(owner);
            BenchData.openClocks(owner, 0, FEW);
            var few = sweeps(console, database, owner, DUE, WARM_UP, RUNS);
            var seeding = BenchData.openClocks(owner, FEW, scale);
            System.out.println("Seeded to " + scale + " open clocks in " + Figures.seconds(seeding));
            var many = sweeps(console, database, owner, DUE, WARM_UP, RUNS);
            var raised = sweeps(console, database, owner, AT_ONCE, 1, 3);
            new Seeds(database).addDue(AT_ONCE);
            console.sweep();
            var plain = PlainInserts.read(owner, BenchData.RAISED);
            var bare = plain.median(owner, BenchData.RAISED, 3);
            return report(scale, few, many, raised, plain, bare);
        }
    }

    private static Duration sweeps(
            SweepProcess console, FaultDatabase database, Connection owner, int due, int warmUp, int runs)
            throws SQLException, IOException {
        var taken = new ArrayList<Duration>();
        for (var run = 0; run < warmUp + runs; run++) {
            new Seeds(database).addDue(due);
            var swept = console.sweep();
            if (swept.raised() != due) {
                throw new IllegalStateException("of " + due + " due, " + swept.raised() + " were raised");
            }
            if (run >= warmUp) {
                taken.add(swept.taken());
            }
            PlainInserts.delete(owner, BenchData.RAISED);
            PlainInserts.delete(owner, BenchData.SEEDED);
        }
        return Figures.median(taken);
    }

    private boolean report(
            int scale, Duration few, Duration many, Duration raised, PlainInserts plain, Duration bare)
            throws IOException {
        var growth = (double) many.toNanos() / few.toNanos();
        var rate = Figures.perSecond(AT_ONCE, raised);
        var bareRate = Figures.perSecond(AT_ONCE, bare);
        var open = String.format(Locale.UK, "%,d", scale);
        Report.write(
                name(),
                "Sweep",
                "The sweep as the job runs it, in a console of its own on a MariaDB server with grants on. Times are medians"
                        + " of " + RUNS + " sweeps of the same 1,000 due after " + WARM_UP + " to warm up; 10,000 at once"
                        + " of 3. The plain insert puts the very rows that the sweep wrote (" + plain.describe()
                        + ") back by JDBC batch, 500 rows a commit, with the same driver.",
                List.of(
                        new Line(
                                "sweep of 1,000 due, " + open + " open",
                                Figures.millis(many),
                                Figures.millis(few) + " with 10,000 open",
                                Figures.times(growth),
                                "at most 1.3",
                                growth <= MOST_GROWTH),
                        new Line(
                                "10,000 alerts due at once, " + open + " open",
                                Figures.rate(rate, "alerts"),
                                Figures.rate(bareRate, "alerts") + " as plain rows",
                                Figures.times(rate / bareRate),
                                "at least 0.10",
                                rate / bareRate >= LEAST_SHARE)));
        return growth <= MOST_GROWTH && rate / bareRate >= LEAST_SHARE;
    }

    static String bufferPool() {
        return Math.max(512, Machine.memoryGigabytes() * 1024 / 4) + "M";
    }
}
