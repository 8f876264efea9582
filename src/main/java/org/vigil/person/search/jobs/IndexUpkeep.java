package org.vigil.person.search.jobs;

import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.vigil.db.Transactions;
import org.vigil.person.search.PersonIndex;
import org.vigil.person.search.data.IndexSource;
import org.vigil.person.search.data.IndexStore;
import org.vigil.person.search.data.UnusedWords;
import org.vigil.person.search.data.WordStore;
import org.vigil.shared.jobs.JobCounts;

/**
 * What of the index need not happen at once: counts of words, words that nobody bears any more, and people who were here
 * before the index. Both go by what
 * stands in the tables, a transaction a batch; a firing that is lost costs nothing.
 */
@Component
public class IndexUpkeep {

    private static final int PEOPLE_A_BATCH = 500;
    private static final int COUNTS_A_BATCH = 10_000;

    private final IndexSource source;
    private final IndexStore store;
    private final WordStore words;
    private final UnusedWords unused;
    private final PersonIndex index;
    private final Transactions transactions;

    IndexUpkeep(
            IndexSource source,
            IndexStore store,
            WordStore words,
            UnusedWords unused,
            PersonIndex index,
            Transactions transactions) {
        this.source = source;
        this.store = store;
        this.words = words;
        this.unused = unused;
        this.index = index;
        this.transactions = transactions;
    }

    /** Works through all that is due. */
    public JobCounts run() {
        var people = 0;
        for (var done = backfill(); done > 0; done = backfill()) {
            people += done;
        }
        var counts = 0;
        for (var done = count(); done > 0; done = count()) {
            counts += done;
        }
        var changed = people + counts;
        return new JobCounts(changed + (changed == 0 ? 0 : removeUnused()), people, 0);
    }

    /** Where no count moved nobody lost a name: the dictionary need not be gone through. */
    private int removeUnused() {
        var removed = 0;
        for (var done = COUNTS_A_BATCH; done == COUNTS_A_BATCH; removed += done) {
            done = transactions.call(() -> unused.removeWords(COUNTS_A_BATCH));
        }
        for (var done = COUNTS_A_BATCH; done == COUNTS_A_BATCH; removed += done) {
            done = transactions.call(() -> unused.removeStreets(COUNTS_A_BATCH));
        }
        return removed;
    }

    private int backfill() {
        return transactions.call(() -> source.lockBacklog()
                .map(backlog -> {
                    var last = Math.min(backlog.lastId(), backlog.nextId() + PEOPLE_A_BATCH - 1);
                    index.follow(LongStream.rangeClosed(backlog.nextId(), last).boxed().toList());
                    store.setBacklog(last + 1);
                    return (int) (last - backlog.nextId() + 1);
                })
                .orElse(0));
    }

    private int count() {
        return transactions.call(() -> words.countUp(COUNTS_A_BATCH));
    }
}
