package org.vigil.deadline;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.vigil.db.Transactions;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Opens and ends clocks of invented calls for tests: {@code clockwork.open("CRIME_RECORDING", call, start, now)}. */
@Component
public class Clockwork {

    /** Far from the keys of real rows, and from those that an earlier run left in the same database. */
    private static final AtomicLong CALLS = new AtomicLong(
            ThreadLocalRandom.current().nextLong(1_000_000L, 1_000_000_000L) * 1_000_000L);

    private final Transactions transactions;
    private final DeadlineService service;
    private final DeadlineQueries queries;

    Clockwork(Transactions transactions, DeadlineService service, DeadlineQueries queries) {
        this.transactions = transactions;
        this.service = service;
        this.queries = queries;
    }

    /** A call that no other test knows. */
    public SubjectRef call() {
        var id = CALLS.incrementAndGet();
        return new SubjectRef(SubjectType.INCIDENT, id, "CALL-" + id);
    }

    public void play(Instant now, DeadlineChange... changes) {
        transactions.run(() -> service.apply(List.of(changes), now));
    }

    public void open(String rule, SubjectRef call, Instant start, Instant now) {
        play(now, DeadlineChange.Open.of(rule, call, "Do it", null, start, "from the test"));
    }

    public void meet(String rule, SubjectRef call, Instant at, Instant now) {
        play(now, new DeadlineChange.Meet(rule, call, at, "seen"));
    }

    /** The call's clocks, the oldest first. */
    public List<DeadlineView> of(SubjectRef call) {
        return queries.of(call);
    }

    /** The call's one clock. */
    public DeadlineView only(SubjectRef call) {
        var clocks = of(call);
        if (clocks.size() != 1) {
            throw new AssertionError("one clock wanted: " + clocks);
        }
        return clocks.getFirst();
    }
}
