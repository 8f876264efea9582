package org.vigil.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigil.bench.PersonFiles.Labelled;
import org.vigil.faults.TestForce;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.search.SearchService;
import org.vigil.shared.SubjectType;

/** Whether the single search finds the person whom a badly kept record means: the originals held, the others asked for. */
final class MatchingSearch {

    static final int FIRST = 10;

    private static final double LEAST = 0.98;

    private final BenchConsole console;

    MatchingSearch(BenchConsole console) {
        this.console = console;
    }

    /**
     * Asks for each of the others, as an officer would type what stands in it.
     *
     * @param originals taken in already as the first calls, in their order
     */
    Line ask(List<Labelled> originals, List<Labelled> others) {
        var held = held(originals);
        var search = console.bean(SearchService.class);
        var taken = new ArrayList<java.time.Duration>();
        var found = console.as(TestForce.SUPERVISOR, () -> others.stream()
                .filter(other -> {
                    var started = System.nanoTime();
                    var people = search.search(other.typed(), FIRST).hits().stream().map(hit -> hit.personId()).toList();
                    taken.add(java.time.Duration.ofNanos(System.nanoTime() - started));
                    var isFound = people.contains(held.get(other.person()));
                    if (!isFound && Boolean.getBoolean("vigil.bench.misses")) {
                        System.out.println("  missed: " + other.typed() + " of rec-" + other.person());
                    }
                    return isFound;
                })
                .count());
        var share = (double) found / others.size();
        return new Line(
                "dataset3, duplicates whose person is in the first " + FIRST,
                String.format(Locale.UK, "%.1f %%", share * 100),
                found + " of " + others.size() + ", p95 " + Figures.fine(Figures.share(taken, 0.95)),
                "-",
                "at least 98 %",
                share >= LEAST);
    }

    private Map<String, Long> held(List<Labelled> originals) {
        var links = console.bean(LinkStore.class);
        var reads = console.bean(PersonReads.class);
        var held = new HashMap<String, Long>();
        for (var at = 0; at < originals.size(); at++) {
            // Who has no name and nothing else to be known by is nobody, and is not found either.
            for (var link : links.of(SubjectType.INCIDENT, at + 1L)) {
                held.put(originals.get(at).person(), reads.survivorOf(link.personId()).orElseThrow());
            }
        }
        return held;
    }
}
