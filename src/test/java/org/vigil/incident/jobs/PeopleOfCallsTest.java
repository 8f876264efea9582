package org.vigil.incident.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.INCIDENT;
import static org.vigil.incident.CallFixture.aCall;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobDetail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.vigil.incident.CallFixture;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.PartyRole;
import org.vigil.person.PersonLink;
import org.vigil.person.data.LinkStore;
import org.vigil.security.EngineScope;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Databases;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class PeopleOfCallsTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:30:00Z");

    @Autowired
    private PeopleOfCalls people;

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private LinkStore links;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    @Autowired
    @Qualifier("peopleOfCallsJob")
    private JobDetail job;

    private final String reference = UUID.randomUUID().toString();
    private final String family = "Pen" + reference.substring(0, 8).replaceAll("[0-9]", "x");

    @BeforeEach
    void pin_the_clock() {
        clock.pin(NOON);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void the_parties_of_a_call_become_people_and_the_call_is_done_until_it_changes() {
        send(call());
        runToTheEnd();
        assertThat(linked()).extracting(PersonLink::role).containsExactly("VICTIM", "SUSPECT");
        assertThat(isDue()).isFalse();

        send(call().describedAs("More is known"));
        assertThat(isDue()).isTrue();
        var before = linked();
        runToTheEnd();
        assertThat(linked()).isEqualTo(before);
        assertThat(isDue()).isFalse();
    }

    @Test
    void a_message_that_drops_a_party_drops_its_link_and_keeps_the_others() {
        send(call());
        runToTheEnd();
        var victim = linked().getFirst().personId();
        send(aCall(reference).with(PartyRole.VICTIM, "Tamsin" + family, family).describedAs("One left"));
        runToTheEnd();
        assertThat(linked()).extracting(PersonLink::personId).containsExactly(victim);
    }

    @Test
    void a_call_whose_people_cannot_be_taken_stops_no_other_waits_longer_and_an_administrator_is_told() throws SQLException {
        send(call());
        role("NOBODY");
        var later = UUID.randomUUID().toString();
        send(aCall(later).with(PartyRole.VICTIM, "Later" + family, family));
        for (var minute = 0; minute < 3; minute++) {
            run(NOON.plusSeconds(60L * minute));
            assertThat(attempts()).isEqualTo(minute + 1);
            assertThat(alert()).isEqualTo(minute < 2 ? "" : "RAISED");
        }
        assertThat(links.of(SubjectType.INCIDENT, call(later))).hasSize(1);
        run(NOON.plusSeconds(600));
        assertThat(attempts()).isEqualTo(3);

        role("VICTIM");
        run(NOON.plusSeconds(3600 + 120));
        assertThat(linked()).hasSize(2);
        assertThat(attempts()).isZero();
        assertThat(alert()).isEqualTo("RESOLVED");
    }

    @Test
    void the_job_is_scheduled_under_its_name() {
        assertThat(job.getKey().getName()).isEqualTo("people-of-calls");
        assertThat(job.getJobClass()).isEqualTo(PeopleOfCallsJob.class);
    }

    private void run(Instant now) {
        EngineScope.run(() -> people.run(now));
    }

    /** As if a version to come had written a part that this one does not know. */
    private void role(String role) throws SQLException {
        try (var connection = databases.asOwner(); var statement = connection.createStatement()) {
            statement.execute("SET SESSION check_constraint_checks = 0");
            statement.execute("UPDATE incident_party SET role = '" + role + "' WHERE position = 0 AND incident_id = "
                    + call(reference));
        }
    }

    private int attempts() {
        return sql.select(INCIDENT.PEOPLE_ATTEMPTS)
                .from(INCIDENT)
                .where(INCIDENT.REFERENCE.eq(reference))
                .fetchSingle()
                .value1();
    }

    private String alert() {
        return sql.select(ALERT.STATE)
                .from(ALERT)
                .where(ALERT.KIND.eq(org.vigil.person.PeopleOfRecords.KIND))
                .and(ALERT.SUBJECT_ID.eq(call(reference)))
                .and(ALERT.SUBJECT_TYPE.eq(SubjectType.INCIDENT.name()))
                .fetchOptional(ALERT.STATE)
                .orElse("");
    }

    private CallFixture call() {
        return aCall(reference)
                .with(PartyRole.VICTIM, "Tamsin" + family, family)
                .with(PartyRole.SUSPECT, "Aldous" + family, "Other" + family);
    }

    private void send(CallFixture call) {
        EngineScope.run(() -> intake.takeInAll(List.of(call.message())));
    }

    private void runToTheEnd() {
        while (isDue()) {
            EngineScope.run(() -> assertThat(people.run(NOON).failed()).isZero());
        }
    }

    private long call(String wanted) {
        return sql.select(INCIDENT.ID).from(INCIDENT).where(INCIDENT.REFERENCE.eq(wanted)).fetchSingle().value1();
    }

    private boolean isDue() {
        return sql.fetchExists(INCIDENT, INCIDENT.REFERENCE.eq(reference).and(INCIDENT.PEOPLE_DUE.isTrue()));
    }

    private List<PersonLink> linked() {
        return links.of(SubjectType.INCIDENT, call(reference));
    }
}
