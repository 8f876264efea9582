package org.vigil.person.search;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigil.person.search.data.WordQueries;
import org.vigil.person.search.rules.KnownWord;
import org.vigil.person.search.rules.Lexicon;

/**
 * The dictionary of names in this node's memory. The table goes before it: each search first reads what was added since,
 * wherever that was; how many bear each word, and whatever came out of turn, follows when the whole is read again.
 */
@Component
class NameDictionary {

    private static final Logger LOG = LoggerFactory.getLogger(NameDictionary.class);

    /** Transactions may commit in another order than the one in which they drew their keys: so many are waited for. */
    private static final int OUT_OF_TURN = 256;

    private static final Duration WHOLE_EVERY = Duration.ofMinutes(1);

    /** A large dictionary is read again more seldom: reading takes this part of the time at most. */
    private static final int SHARE = 200;

    private final WordQueries queries;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Held held = Held.of(Lexicon.EMPTY, Lexicon.EMPTY);
    private volatile long staleAt = System.nanoTime();

    NameDictionary(WordQueries queries) {
        this.queries = queries;
    }

    /**
     * What is held now; never changes.
     *
     * @param all as last read as a whole
     * @param added since
     * @param last the greatest key among them
     * @param missing keys before the last that nobody has, or not yet
     */
    record Held(Lexicon all, Lexicon added, int last, List<Integer> missing) {

        private static Held of(Lexicon all, Lexicon added) {
            var last = Math.max(all.last(), added.last());
            var missing = IntStream.rangeClosed(Math.max(1, last - OUT_OF_TURN), last)
                    .filter(id -> all.byId(id) == null && added.byId(id) == null)
                    .boxed()
                    .toList();
            return new Held(all, added, last, missing);
        }

        /** Words by any way of asking, from both. */
        Stream<KnownWord> find(Function<Lexicon, Stream<KnownWord>> ask) {
            return added.size() == 0 ? ask.apply(all) : Stream.concat(ask.apply(all), ask.apply(added));
        }

        @Nullable KnownWord named(String text) {
            // A word that was given up and came again has a new key.
            var known = added.named(text);
            return known == null ? all.named(text) : known;
        }

        @Nullable KnownWord byId(int id) {
            var known = all.byId(id);
            return known == null ? added.byId(id) : known;
        }

        private Held with(Collection<KnownWord> read) {
            var fresh = read.stream().filter(word -> byId(word.id()) == null).toList();
            return fresh.isEmpty() ? this : of(all, new Lexicon(Stream.concat(added.all().stream(), fresh.stream()).toList()));
        }
    }

    /** Everything that the table holds by now. */
    Held now() {
        if (held.all().size() == 0) {
            readWhole();
        } else if (System.nanoTime() - staleAt > 0 && reading.compareAndSet(false, true)) {
            Thread.ofVirtual().name("names").start(() -> {
                try {
                    readWhole();
                } catch (RuntimeException problem) {
                    LOG.warn("The dictionary of names could not be read again; what is held stays in use", problem);
                } finally {
                    reading.set(false);
                }
            });
        }
        var before = held;
        var read = queries.after(before.last(), before.missing());
        return read.isEmpty() ? before : add(read);
    }

    private synchronized Held add(List<KnownWord> read) {
        held = held.with(read);
        return held;
    }

    private void readWhole() {
        var started = System.nanoTime();
        var all = new Lexicon(queries.after(0, List.of()));
        synchronized (this) {
            // What was added meanwhile may have come after this was read.
            held = Held.of(all, new Lexicon(held.added().all().stream().filter(word -> all.byId(word.id()) == null).toList()));
        }
        var taken = System.nanoTime() - started;
        staleAt = System.nanoTime() + Math.max(WHOLE_EVERY.toNanos(), taken * SHARE);
    }
}
