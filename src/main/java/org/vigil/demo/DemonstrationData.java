package org.vigil.demo;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.vigil.db.DatabaseAccess;
import org.vigil.demo.rules.Ground;
import org.vigil.demo.rules.Story;
import org.vigil.incident.CallMessage;
import org.vigil.incident.IncidentIntake;
import org.vigil.security.AreaDirectory;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.security.DemonstrationAccounts;
import org.vigil.security.EngineScope;
import org.vigil.shared.api.ItemStatus;

/**
 * Fills an empty embedded database with the invented force, through the same services that a feed and an administrator
 * use; a database that has data already is left as it is.
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
    private final IncidentIntake intake;
    private final Clock clock;

    DemonstrationData(
            DemonstrationProperties properties,
            DatabaseAccess access,
            AreaService areas,
            AreaDirectory directory,
            DemonstrationAccounts accounts,
            IncidentIntake intake,
            Clock clock) {
        this.properties = properties;
        this.access = access;
        this.areas = areas;
        this.directory = directory;
        this.accounts = accounts;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.data() == DemonstrationProperties.Size.NONE || !access.embedded()) {
            return;
        }
        EngineScope.run(() -> {
            var empty = directory.all().isEmpty();
            if (empty) {
                drawTheGround();
            }
            accounts.create(properties.password());
            if (empty) {
                tellTheStory();
            }
        });
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

    private void tellTheStory() {
        var began = clock.instant();
        var story = new Story(began);
        var past = story.past(properties.data().days(), properties.data().callsPerDay());
        var lately = story.lately();
        send(past);
        send(lately);
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
