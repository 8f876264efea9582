package org.vigil.engine.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.vigil.db.DatabaseClock;
import org.vigil.engine.EngineProperties;
import org.vigil.engine.data.EngineQueries;
import org.vigil.engine.rules.ClockReading;
import org.vigil.engine.rules.DatabaseSettings;

/** Whether this node may check alerts: a durable database, the schema that this version was built for, a right clock. */
@Component
class NodeCheck {

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final int CLOCK_READINGS = 3;

    private final EngineQueries queries;
    private final DatabaseClock databaseClock;
    private final Clock nodeClock;
    private final EngineProperties properties;
    private final String builtFor;

    NodeCheck(
            EngineQueries queries,
            DatabaseClock databaseClock,
            @Qualifier("nodeClock") Clock nodeClock,
            EngineProperties properties) {
        this.queries = queries;
        this.databaseClock = databaseClock;
        this.nodeClock = nodeClock;
        this.properties = properties;
        this.builtFor = newestMigration();
    }

    /**
     * What was found.
     *
     * @param problems why the node stands by; none means that it takes part
     * @param warnings what an operator should mend, though alerts are not in danger
     */
    record Findings(List<String> problems, List<String> warnings) {}

    /** Asks the database; throws what it throws. */
    Findings look() {
        var settings = DatabaseSettings.judge(
                queries.serverVariables(), queries.tablesWithoutTransactions(), properties.allowGalera());
        var problems = new ArrayList<>(settings.refusals());
        var schema = queries.schemaVersion().orElse("none");
        if (!schema.equals(builtFor)) {
            problems.add("The database schema is at version %s and this console was built for %s.".formatted(schema, builtFor));
        }
        clockReading().problem().ifPresent(problems::add);
        return new Findings(List.copyOf(problems), settings.warnings());
    }

    /** The reading with the shortest round trip, since a slow answer says little; one suffices when it is good. */
    private ClockReading clockReading() {
        var readings = new ArrayList<ClockReading>();
        do {
            var asked = nodeClock.instant();
            var database = databaseClock.serverTime();
            readings.add(new ClockReading(asked, database, nodeClock.instant()));
        } while (readings.size() < CLOCK_READINGS && readings.getLast().problem().isPresent());
        return readings.stream().min(Comparator.comparing(ClockReading::roundTrip)).orElseThrow();
    }

    private static String newestMigration() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql"))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .map(MIGRATION::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException("no migrations on the classpath"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
