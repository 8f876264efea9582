package org.vigil.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vigil.faults.FaultDatabase;
import org.vigil.faults.TestForce;

/** The single search over a population: how fast mistyped names are found, how surely, and what a table alone can do. */
final class SearchScenario implements Scenario {

    private static final int WARM_UP = 600;
    private static final int LIKES = 60;
    private static final int RIVALS = 1_000;
    private static final int MIXED = 3_000;
    private static final int AT_ONCE = 4;
    private static final double LEAST_RATIO = 20;
    private static final double LEAST_OF_ONE = 0.99;
    private static final double LEAST_OF_TWO = 0.95;
    private static final Duration MOST_MIXED = Duration.ofMillis(50);

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean run(int scale) throws Exception {
        var folder = BenchFolders.kept(name(), scale + "-" + PeopleSeed.VERSION);
        try (var database = FaultDatabase.start(folder.resolve("database"), SweepScenario.bufferPool());
                var console = SearchProcess.start(folder, database);
                var owner = BenchData.connect(database)) {
            if (BenchFolders.isComplete(folder)) {
                System.out.println("Using the " + scale + " people of an earlier run, in " + folder);
            } else {
                seed(console, owner, scale);
                BenchFolders.complete(folder);
            }
            var corpus = SearchCorpus.read(owner, scale);
            var one = corpus.mistyped(1);
            var two = corpus.mistyped(2);
            console.search(texts(one.subList(0, WARM_UP)), AT_ONCE);
            console.search(texts(two.subList(0, WARM_UP)), 1);
            var ones = new Measured(one, console.search(texts(one), 1), corpus);
            var twos = new Measured(two, console.search(texts(two), 1), corpus);
            var mixed = corpus.mixed(owner, MIXED + WARM_UP);
            console.search(mixed.subList(0, WARM_UP), AT_ONCE);
            var together = console.search(mixed.subList(WARM_UP, mixed.size()), AT_ONCE);
            return report(scale, owner, corpus, ones, twos, logged(together));
        }
    }

    private static void seed(SearchProcess console, Connection owner, int scale) throws SQLException, IOException {
        TestForce.settle(owner);
        var seeding = PeopleSeed.people(owner, scale);
        System.out.println("Seeded " + scale + " people in " + Figures.seconds(seeding));
        var indexing = console.index();
        System.out.println("Indexed in " + Figures.seconds(indexing));
        PeopleSeed.rivals(owner);
    }

    /** A corpus with what the search answered. */
    private record Measured(
            List<SearchCorpus.Query> queries, List<SearchProcess.Answered> answers, SearchCorpus corpus) {

        double recall() {
            return share(IntStream.range(0, queries.size())
                    .mapToObj(at -> corpus.holdsName(queries.get(at), answers.get(at).people()))
                    .toList());
        }

        /** Of those who share their name with nine at most: whether the very person was shown. */
        double recallOfPerson() {
            return share(IntStream.range(0, queries.size())
                    .filter(at -> corpus.bearers(queries.get(at)) <= 10)
                    .mapToObj(at -> answers.get(at).people().contains(queries.get(at).meant()))
                    .toList());
        }

        void tellMisses(int most) {
            IntStream.range(0, queries.size())
                    .filter(at -> !corpus.holdsName(queries.get(at), answers.get(at).people()))
                    .limit(most)
                    .forEach(at -> System.out.println("  missed: " + queries.get(at).text() + " for "
                            + corpus.name(queries.get(at).meant()) + " ("
                            + corpus.bearers(queries.get(at)) + "), shown "
                            + answers.get(at).people().stream().limit(6).map(corpus::name).toList()));
        }

        private static double share(List<Boolean> hits) {
            return hits.stream().filter(hit -> hit).count() / (double) hits.size();
        }
    }

    private boolean report(
            int scale, Connection owner, SearchCorpus corpus, Measured ones, Measured twos, List<Duration> mixed)
            throws SQLException, IOException {
        if (Boolean.getBoolean("vigil.bench.misses")) {
            ones.tellMisses(40);
            twos.tellMisses(60);
        }
        var all = new ArrayList<>(taken(ones.answers()));
        all.addAll(taken(twos.answers()));
        var p95 = Figures.share(all, 0.95);
        var allLogged = new ArrayList<>(logged(ones.answers()));
        allLogged.addAll(logged(twos.answers()));
        var logged95 = Figures.share(allLogged, 0.95);
        var rivals = new SearchRivals(owner);
        var likeNames = names(corpus, ones.queries().subList(0, LIKES / 2));
        likeNames.addAll(names(corpus, twos.queries().subList(0, LIKES / 2)));
        var like = Duration.ofDays(1);
        var fastest = "";
        for (var form : SearchRivals.LIKE) {
            rivals.run(form, likeNames.subList(0, 5));
            var form95 = Figures.share(rivals.run(form, likeNames).taken(), 0.95);
            System.out.println("LIKE " + form.name() + ": " + Figures.fine(form95));
            if (form95.compareTo(like) < 0) {
                like = form95;
                fastest = form.name();
            }
        }
        var ratio = (double) like.toNanos() / p95.toNanos();
        var mixed95 = Figures.share(mixed, 0.95);
        var lines = new ArrayList<Line>();
        lines.add(new Line("name with one or two slips, one at a time, p95", Figures.fine(p95),
                Figures.fine(like) + " by LIKE, " + fastest, Figures.times(ratio), "at least 20 times faster", ratio >= LEAST_RATIO));
        lines.add(new Line("the same with its entry in the log, p95", Figures.fine(logged95),
                Figures.fine(like) + " by LIKE, which logs nothing", Figures.times((double) like.toNanos() / logged95.toNanos()),
                "-", true));
        lines.add(recall("one slip: found in the first 20", ones.recall(), corpus, rivals, ones, LEAST_OF_ONE, "at least 99 %"));
        lines.add(recall("two slips: found in the first 20", twos.recall(), corpus, rivals, twos, LEAST_OF_TWO, "at least 95 %"));
        lines.add(new Line("mixed queries with their entries, " + AT_ONCE + " at a time, p95", Figures.fine(mixed95),
                Figures.fine(Figures.median(mixed)) + " median", "-", "at most 50 ms", mixed95.compareTo(MOST_MIXED) <= 0));
        lines.add(time("SOUNDEX alone", rivals, SearchRivals.SOUNDEX, corpus, ones, p95));
        lines.add(time("FULLTEXT alone, by the first four letters", rivals, SearchRivals.FULLTEXT, corpus, ones, p95));
        Report.write(name(), "Search", how(scale, ones, twos, all), lines);
        return lines.stream().allMatch(Line::met);
    }

    private static String how(int scale, Measured ones, Measured twos, List<Duration> all) {
        return String.format(
                Locale.UK,
                "%,d people with names after Zipf over %,d family names, an address and a phone each. The corpus: %,d people"
                        + " drawn by chance, so that common names are asked for as often as they are borne, each name once"
                        + " with one slip and once with two, anywhere in its letters (wrong letter, missing, too many, two"
                        + " swapped; a word of three letters gets one at most); one query in five has the family name first,"
                        + " one in four the year of birth. Found means that someone of the very name, and year where one"
                        + " was given, is among the first 20; of those who share their name with nine at most, the very person"
                        + " was there for %s with one slip and %s with two. Times are of what an officer waits"
                        + " for: parsed, found, ranked, with rights and result rows, without HTTP; median %s one at a time."
                        + " The screen writes the log's entry once the typing has paused, the API before it answers: what it"
                        + " adds stands on a line of its own, and the mixed queries have it in their time.",
                scale,
                14_600,
                SearchCorpus.SIZE,
                percent(ones.recallOfPerson()),
                percent(twos.recallOfPerson()),
                Figures.fine(Figures.median(all)));
    }

    private static Line recall(
            String what, double recall, SearchCorpus corpus, SearchRivals rivals, Measured measured, double least, String bar)
            throws SQLException {
        var soundex = rivalRecall(rivals, SearchRivals.SOUNDEX, corpus, measured);
        var fulltext = rivalRecall(rivals, SearchRivals.FULLTEXT, corpus, measured);
        return new Line(what, percent(recall), percent(soundex) + " SOUNDEX, " + percent(fulltext) + " FULLTEXT",
                Figures.times(recall / soundex), bar, recall >= least);
    }

    private static double rivalRecall(SearchRivals rivals, SearchRivals.Rival rival, SearchCorpus corpus, Measured measured)
            throws SQLException {
        var queries = measured.queries().subList(0, RIVALS);
        var people = rivals.run(rival, names(corpus, queries)).people();
        return new Measured(
                        queries,
                        people.stream().map(found -> new SearchProcess.Answered(Duration.ZERO, Duration.ZERO, found)).toList(),
                        corpus)
                .recall();
    }

    private static Line time(
            String what, SearchRivals rivals, SearchRivals.Rival rival, SearchCorpus corpus, Measured measured, Duration own)
            throws SQLException {
        var taken = rivals.run(rival, names(corpus, measured.queries().subList(0, RIVALS))).taken();
        var p95 = Figures.share(taken, 0.95);
        return new Line(what + ", p95", Figures.fine(p95), Figures.fine(own) + " the search", Figures.times((double) own.toNanos() / p95.toNanos()),
                "-", true);
    }

    private static List<List<String>> names(SearchCorpus corpus, List<SearchCorpus.Query> queries) {
        return new ArrayList<>(queries.stream().map(corpus::meantWords).toList());
    }

    private static List<String> texts(List<SearchCorpus.Query> queries) {
        return queries.stream().map(SearchCorpus.Query::text).toList();
    }

    private static List<Duration> taken(List<SearchProcess.Answered> answers) {
        return answers.stream().map(SearchProcess.Answered::taken).toList();
    }

    private static List<Duration> logged(List<SearchProcess.Answered> answers) {
        return answers.stream().map(SearchProcess.Answered::logged).toList();
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.1f %%", share * 100);
    }
}
