package org.vigil.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vigil.casework.CaseFilter;
import org.vigil.casework.CaseService;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.TestForce;

/** The cases of a large force: the first page of each list and the page of a case, and what years of closed cases cost. */
final class CasesScenario implements Scenario {

    private static final int WARM_UP = 40;
    private static final int TIMES = 120;
    private static final int PAGE = 50;
    private static final String CASE = "the page of a case";
    private static final Duration MOST = Duration.ofMillis(100);
    private static final double MOST_RATIO = 1.5;

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public boolean run(int scale) throws Exception {
        var open = scale / 25;
        var all = scale / 2;
        var some = open + (all - open) / 10;
        var folder = BenchFolders.fresh(name());
        try (var database = FaultDatabase.start(folder.resolve("database"), SweepScenario.bufferPool());
                var console = BenchConsole.start(folder, database);
                var owner = BenchData.connect(database)) {
            TestForce.settle(owner);
            System.out.println("Seeded " + scale + " people in " + Figures.seconds(PeopleSeed.people(owner, scale)));
            var cases = new CaseSeed(owner, scale);
            System.out.println("Seeded " + open + " open cases in " + Figures.seconds(cases.make(1, open, true)));
            System.out.println("Seeded closed cases in " + Figures.seconds(cases.make(open + 1, some, false)));
            cases.analyse();
            var few = console.as(TestForce.SUPERVISOR, () -> measure(console, open));
            System.out.println("Seeded the others in " + Figures.seconds(cases.make(some + 1, all, false)));
            cases.analyse();
            var many = console.as(TestForce.SUPERVISOR, () -> measure(console, open));
            return report(scale, open, all, few, many);
        }
    }

    /** By what was asked for, what 95 in 100 did not exceed. */
    private static Map<String, Duration> measure(BenchConsole console, int open) {
        var service = console.bean(CaseService.class);
        var found = new LinkedHashMap<String, Duration>();
        for (var show : CaseFilter.Show.values()) {
            found.put("list: " + show.label().toLowerCase(java.util.Locale.UK), p95(() ->
                    service.list(new CaseFilter(show, null, null), null, PAGE, true)));
        }
        var dice = new Random(7);
        found.put(CASE, p95(() -> service.page(1L + dice.nextInt(open), true).orElseThrow()));
        return found;
    }

    private static Duration p95(Runnable work) {
        var taken = new ArrayList<Duration>();
        for (var at = 0; at < WARM_UP + TIMES; at++) {
            var started = System.nanoTime();
            work.run();
            if (at >= WARM_UP) {
                taken.add(Duration.ofNanos(System.nanoTime() - started));
            }
        }
        return Figures.share(taken, 0.95);
    }

    private boolean report(int scale, int open, int all, Map<String, Duration> few, Map<String, Duration> many)
            throws IOException {
        var lines = new ArrayList<Line>();
        many.forEach((what, taken) -> {
            var before = few.getOrDefault(what, taken);
            var ratio = (double) taken.toNanos() / before.toNanos();
            lines.add(new Line(
                    what + ", p95", Figures.fine(taken), Figures.fine(before) + " with a tenth of the closed cases",
                    Figures.times(ratio), "at most 100 ms and 1.5 times",
                    taken.compareTo(MOST) <= 0 && ratio <= MOST_RATIO));
        });
        Report.write(
                name(),
                "Cases",
                String.format(java.util.Locale.UK, "%,d cases, %,d of them open, and %,d people; a victim and a suspect each, linked to"
                        + " people. A supervisor of the whole force asks for the first %d rows with the counts of all headings, or opens"
                        + " an open case; the look is logged. %d times after %d to warm up, one at a time.",
                        all, open, scale, PAGE, TIMES, WARM_UP),
                List.copyOf(lines));
        return lines.stream().allMatch(Line::met);
    }
}
