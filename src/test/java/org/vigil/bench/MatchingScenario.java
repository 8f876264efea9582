package org.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigil.bench.PersonFiles.Labelled;
import org.vigil.db.Transactions;
import org.vigil.faults.TestForce;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonIntake.PartiesOf;
import org.vigil.person.PersonParty;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.PersonReads;
import org.vigil.security.EngineScope;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Records of which it is known who is who, taken in as a feed's parties are, and who the console then holds them for. */
final class MatchingScenario implements Scenario {

    private static final int BATCH = 50;
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final double CERTAIN = 0.999;

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public boolean run(int scale) throws Exception {
        if (!Files.isDirectory(PersonFiles.FOLDER)) {
            System.out.println("matching skipped: " + PersonFiles.FOLDER + " is not there, and no other records of"
                    + " which it is known who is who.");
            return true;
        }
        var lines = new ArrayList<Line>();
        search(PersonFiles.febrl(PersonFiles.FOLDER.resolve("dataset3.csv")), lines);
        measure("dataset3", PersonFiles.febrl(PersonFiles.FOLDER.resolve("dataset3.csv")), 0.97, lines);
        measure("fake_1000", PersonFiles.fake(PersonFiles.FOLDER.resolve("fake_1000.csv")), 0.85, lines);
        Report.write(
                name(),
                "Matching",
                "The search: of FEBRL dataset 3 (5,000 records of 2,000 people) the 2,000 original records are held, and each"
                        + " of the 3,000 bad copies is typed into the one field as an officer would who has it in hand: given"
                        + " name, family name and date of birth, and where one of these is missing house and street as well."
                        + " The matching: all records of dataset 3, and all of fake_1000 (1,000 of 251 people), each taken in"
                        + " record by record into an empty database as the parties of calls are. soc_sec_id is never read. A"
                        + " pair counts as matched when the console joined both records to one person by itself; what it"
                        + " queued for an officer counts as not matched. Beside it: the recall were every queued pair decided"
                        + " rightly.",
                lines);
        return lines.stream().allMatch(Line::met);
    }

    private static void search(List<Labelled> records, List<Line> lines) throws Exception {
        var originals = records.stream().filter(Labelled::original).toList();
        try (var console = BenchConsole.start(BenchFolders.fresh("matching-search"))) {
            try (var connection = console.connect()) {
                TestForce.settle(connection);
            }
            EngineScope.run(() -> take(console, originals));
            lines.add(new MatchingSearch(console)
                    .ask(originals, records.stream().filter(record -> !record.original()).toList()));
        }
    }

    private static void measure(String file, List<Labelled> records, double least, List<Line> lines) throws IOException {
        var folder = BenchFolders.fresh("matching-" + file);
        try (var console = BenchConsole.start(folder)) {
            var started = System.nanoTime();
            EngineScope.run(() -> take(console, records));
            var taken = Duration.ofNanos(System.nanoTime() - started);
            var tally = EngineScope.call(() -> tally(console, records));
            var f1 = 2 * tally.precision() * tally.recall() / (tally.precision() + tally.recall());
            lines.add(new Line(
                    file + ", pairwise F1",
                    share(f1),
                    "recall " + share(tally.recall()) + ", with the queue decided " + share(tally.recallWithQueue()),
                    "-",
                    "at least " + least,
                    f1 >= least));
            lines.add(new Line(
                    file + ", precision of certain",
                    share(tally.precision()),
                    tally.wrong() + " wrong of " + (tally.right() + tally.wrong()) + " pairs; " + tally.queued() + " queued",
                    "-",
                    "at least " + CERTAIN,
                    tally.precision() >= CERTAIN));
            lines.add(new Line(
                    file + ", records taken",
                    Figures.rate(Figures.perSecond(records.size(), taken), "records"),
                    Figures.seconds(taken),
                    "-",
                    "-",
                    true));
        }
    }

    private static void take(BenchConsole console, List<Labelled> records) {
        var intake = console.bean(PersonIntake.class);
        var transactions = console.bean(Transactions.class);
        for (var from = 0; from < records.size(); from += BATCH) {
            var batch = new ArrayList<PartiesOf>();
            for (var at = from; at < Math.min(records.size(), from + BATCH); at++) {
                var subject = new SubjectRef(SubjectType.INCIDENT, at + 1L, "R" + (at + 1));
                batch.add(new PartiesOf(subject, List.of(PersonParty.of(
                        subject, 0, "VICTIM", records.get(at).details()))));
            }
            transactions.run(() -> intake.link(batch, NOW));
        }
    }

    /** Pairs of records, by whom they are and whom they were held for. */
    private record Tally(long right, long wrong, long all, long rightInQueue, int queued) {

        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / all;
        }

        double recallWithQueue() {
            return (double) (right + rightInQueue) / all;
        }
    }

    private static Tally tally(BenchConsole console, List<Labelled> records) {
        var byHeld = new HashMap<Long, Map<String, Integer>>();
        var byPerson = new HashMap<String, Integer>();
        var held = held(console, records.size());
        for (var at = 0; at < records.size(); at++) {
            var person = records.get(at).person();
            byPerson.merge(person, 1, Integer::sum);
            if (held.containsKey(at + 1L)) {
                byHeld.computeIfAbsent(held.get(at + 1L), key -> new HashMap<>()).merge(person, 1, Integer::sum);
            }
        }
        var right = byHeld.values().stream()
                .flatMap(people -> people.values().stream())
                .mapToLong(MatchingScenario::pairs)
                .sum();
        var together = byHeld.values().stream()
                .mapToLong(people -> pairs(people.values().stream().mapToInt(Integer::intValue).sum()))
                .sum();
        var all = byPerson.values().stream().mapToLong(MatchingScenario::pairs).sum();
        return queue(console, byHeld, right, together - right, all);
    }

    private static Map<Long, Long> held(BenchConsole console, int records) {
        var links = console.bean(LinkStore.class);
        var people = console.bean(PersonReads.class);
        var held = new HashMap<Long, Long>();
        for (var at = 1L; at <= records; at++) {
            links.of(SubjectType.INCIDENT, at).forEach(link ->
                    held.put(link.subjectId(), people.survivorOf(link.personId()).orElseThrow()));
        }
        return held;
    }

    private static Tally queue(
            BenchConsole console,
            Map<Long, Map<String, Integer>> byHeld,
            long right,
            long wrong,
            long all) {
        var people = console.bean(PersonReads.class);
        var queued = console.bean(MatchStore.class)
                .inState(org.vigil.person.MatchState.QUEUED, 0, 100_000, org.vigil.shared.Viewer.engine(), NOW);
        var seen = new java.util.HashSet<String>();
        var gained = 0L;
        for (var pair : queued) {
            var one = people.survivorOf(pair.first()).orElseThrow();
            var other = people.survivorOf(pair.second()).orElseThrow();
            if (one.equals(other) || !seen.add(Math.min(one, other) + "-" + Math.max(one, other))) {
                continue;
            }
            var theirs = byHeld.getOrDefault(other, Map.of());
            gained += byHeld.getOrDefault(one, Map.of()).entrySet().stream()
                    .mapToLong(each -> (long) each.getValue() * theirs.getOrDefault(each.getKey(), 0))
                    .sum();
        }
        return new Tally(right, wrong, all, gained, seen.size());
    }

    private static long pairs(int records) {
        return records * (records - 1L) / 2;
    }

    private static String share(double value) {
        return String.format(Locale.UK, "%.4f", value);
    }
}
