package org.vigil.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.vigil.db.DatabaseClock;
import org.vigil.engine.data.EngineQueries;
import org.vigil.shared.UkTime;

/**
 * When alerts were last checked, read once a second for the whole node, so that no browser costs a query. Between two
 * readings the age grows by this process's own steady clock: a database that falls silent shows at once.
 */
@Component
public class Heartbeat {

    /** The job whose last run is what "alerts checked n s ago" means. */
    public static final String SWEEP = "deadline-sweep";

    private static final Duration DATABASE_SILENT_AFTER = Duration.ofSeconds(10);

    private final EngineQueries queries;
    private final DatabaseClock databaseClock;
    private final LongSupplier steadyNanos;
    private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();
    private final AtomicReference<@Nullable String> standingBy = new AtomicReference<>();

    @Autowired
    Heartbeat(EngineQueries queries, DatabaseClock databaseClock) {
        this(queries, databaseClock, System::nanoTime);
    }

    Heartbeat(EngineQueries queries, DatabaseClock databaseClock, LongSupplier steadyNanos) {
        this.queries = queries;
        this.databaseClock = databaseClock;
        this.steadyNanos = steadyNanos;
    }

    private record Reading(@Nullable Instant checkedAt, @Nullable Duration age, long takenAt) {}

    /** Reads the database; throws what it throws, and the last reading then goes on ageing. */
    public void refresh() {
        var beat = Optional.ofNullable(queries.beats().get(SWEEP));
        var now = databaseClock.now();
        var checkedAt = beat.map(EngineQueries.Beat::finishedAt).orElse(null);
        var age = checkedAt == null ? null : atLeastZero(Duration.between(checkedAt, now));
        last.set(new Reading(checkedAt, age, steadyNanos.getAsLong()));
    }

    /** Says why this node stands by, or with null that it takes part. */
    public void standBy(@Nullable String problem) {
        standingBy.set(problem);
    }

    /** How the watch over alerts stands just now; never touches the database. */
    public EngineStatus status() {
        var reading = last.get();
        var sinceReading = reading == null ? Duration.ZERO : Duration.ofNanos(steadyNanos.getAsLong() - reading.takenAt());
        var checkedAt = reading == null ? null : reading.checkedAt();
        var age = reading == null || reading.age() == null ? null : reading.age().plus(sinceReading);
        var standby = standingBy.get();
        if (standby != null) {
            return new EngineStatus(EngineState.STANDBY, checkedAt, age, standby);
        }
        if (sinceReading.compareTo(DATABASE_SILENT_AFTER) > 0) {
            return new EngineStatus(EngineState.DOWN, checkedAt, age,
                    "The database has not answered for " + sinceReading.toSeconds() + " s. Alerts may be missing here.");
        }
        if (checkedAt == null || age == null) {
            return new EngineStatus(EngineState.DOWN, null, null, "Alerts have not been checked yet.");
        }
        if (age.compareTo(EngineStatus.STALE_AFTER) > 0) {
            return new EngineStatus(EngineState.STALE, checkedAt, age,
                    "Alerts have not been checked since " + since(checkedAt, age) + ".");
        }
        return new EngineStatus(EngineState.UP, checkedAt, age, null);
    }

    private static String since(Instant checkedAt, Duration age) {
        return age.compareTo(Duration.ofHours(20)) > 0 ? UkTime.moment(checkedAt) : UkTime.clock(checkedAt);
    }

    private static Duration atLeastZero(Duration age) {
        return age.isNegative() ? Duration.ZERO : age;
    }
}
