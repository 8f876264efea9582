package org.vigil.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.vigil.db.DatabaseAccess;
import org.vigil.db.Transactions;
import org.vigil.demo.data.StoryStore;
import org.vigil.demo.rules.Ground;
import org.vigil.demo.rules.Story;
import org.vigil.incident.CallMessage;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.IncidentQueries;
import org.vigil.security.AreaDirectory;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.security.DemonstrationAccounts;
import org.vigil.security.EngineScope;
import org.vigil.shared.api.ItemStatus;

/**
 * Fills an empty embedded database with the invented force, through the same services that a feed and an administrator
 * use; a database that holds another force is left as it is. A start that was cut short is made good by the next.
 */
@Component
@Order(0)
@EnableConfigurationProperties(DemonstrationProperties.class)
class DemonstrationData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationData.class);
    private static final int BATCH = 500;

    private final DemonstrationProperties properties;
    private final DatabaseAccess access;
    private final AreaService areas;
    private final AreaDirectory directory;
    private final DemonstrationAccounts accounts;
    private final StoryStore stories;
    private final IncidentIntake intake;
    private final IncidentQueries calls;
    private final Transactions transactions;
    private final Clock clock;

    DemonstrationData(
            DemonstrationProperties properties,
            DatabaseAccess access,
            AreaService areas,
            AreaDirectory directory,
            DemonstrationAccounts accounts,
            StoryStore stories,
            IncidentIntake intake,
            IncidentQueries calls,
            Transactions transactions,
            Clock clock) {
        this.properties = properties;
        this.access = access;
        this.areas = areas;
        this.directory = directory;
        this.accounts = accounts;
        this.stories = stories;
        this.intake = intake;
        this.calls = calls;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.data() == DemonstrationProperties.Size.NONE || !access.embedded()) {
            return;
        }
        // Before anything is written: a start that is refused must leave nothing behind.
        accounts.refuse(properties.password());
        EngineScope.run(() -> {
            if (directory.all().isEmpty()) {
                transactions.run(this::drawTheGround);
            }
            if (accounts.any() || directory.byCode(Ground.FORCE_CODE).isPresent()) {
                accounts.create(properties.password());
                stories.begun().ifPresentOrElse(this::goOn, this::begin);
            }
        });
    }

    private void begin() {
        if (calls.areThereAny()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        stories.begin(now);
        tellTheStory(now);
    }

    /** The same story from the same instant: what was taken in already is taken in once. */
    private void goOn(StoryStore.Begun begun) {
        if (!begun.told()) {
            tellTheStory(begun.at());
        }
    }

    private void drawTheGround() {
        var force = areas.create(AreaKind.FORCE, null, Ground.FORCE_CODE, Ground.FORCE_NAME);
        for (var district : Ground.DISTRICTS) {
            var id = areas.create(AreaKind.DISTRICT, force, district.code(), district.name());
            for (var beat : district.beats()) {
                areas.create(AreaKind.BEAT, id, beat.code(), beat.name());
            }
        }
    }

    private void tellTheStory(Instant began) {
        var story = new Story(began);
        var past = story.past(properties.data().days(), properties.data().callsPerDay());
        var lately = story.lately();
        send(past);
        send(lately);
        stories.told(clock.instant());
        LOG.info("Demonstration data: {} calls of {}", past.size() + lately.size(), Ground.FORCE_NAME);
    }

    private void send(List<CallMessage> calls) {
        for (var from = 0; from < calls.size(); from += BATCH) {
            intake.takeInAll(calls.subList(from, Math.min(from + BATCH, calls.size()))).stream()
                    .filter(result -> result.status() == ItemStatus.REJECTED)
                    .forEach(result -> LOG.warn("Demonstration call {} was rejected: {}", result.reference(), result.reasons()));
        }
    }
}
