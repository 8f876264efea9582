package org.vigil.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.incident.jobs.PeopleOfCalls;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.Restriction;
import org.vigil.person.SomePerson;
import org.vigil.person.data.PersonReads;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.security.DutyStateService;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Databases;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** What a call's page holds back from somebody who may not see all of whom it names. */
@VigilTest
class CallDiscretionTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private IncidentService calls;

    @Autowired
    private PeopleOfCalls peopleOfCalls;

    @Autowired
    private PersonAccess access;

    @Autowired
    private PersonReads reads;

    @Autowired
    private AreaService areas;

    @Autowired
    private Databases databases;

    @Autowired
    private DutyStateService duties;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private final String run = SomePerson.letters();
    private final LocalDate hers = SomePerson.day();
    private final LocalDate his = SomePerson.day();
    private Ground ground = new Ground(0, 0, "", 0, "");
    private Account officer;
    private Account owner;

    @BeforeEach
    void noon() {
        clock.pin(NOON);
        ground = Ground.anew(areas, staff);
        officer = staff.someone(Duty.RESPONSE);
        owner = staff.someone(Duty.SUPERVISOR);
        staff.as(owner, duties::signOn);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_new_call_says_who_and_where_once_those_named_are_matched_or_after_some_seconds() {
        send(her(), him());
        assertThat(page().heldBack().pending()).isTrue();
        assertThat(page().call().parties()).isEmpty();
        assertThat(page().call().place().line()).isNull();

        clock.pin(NOON.plus(Duration.ofSeconds(15)).minusMillis(1));
        assertThat(page().call().parties()).isEmpty();
        clock.pin(NOON.plus(Duration.ofSeconds(15)));
        assertThat(page().call().parties()).hasSize(2);

        clock.pin(NOON.plusSeconds(1));
        peopleOfCalls.run(NOON);
        assertThat(page().heldBack().words()).isEmpty();
        assertThat(page().call().parties()).hasSize(2);
        assertThat(page().call().place().line()).isEqualTo("9 " + run + " Close");
    }

    @Test
    void a_restricted_party_is_held_back_wherever_a_later_message_puts_them_and_others_show() {
        send(her(), him());
        peopleOfCalls.run(NOON);
        limit(0, Restriction.RESTRICTED);
        assertThat(page().call().parties()).extracting(Party::name).containsExactly("Name not given", "Ben " + run);
        assertThat(page().heldBack().restricted()).containsOnlyKeys(0);
        assertThat(page().heldBack().words()).contains("Ask " + owner.displayName() + ", on duty now.");
        assertThat(page().call().details().description()).isNull();
        assertThat(page().people()).containsOnlyKeys(1);

        clock.pin(NOON.plus(Duration.ofMinutes(5)));
        send(him(), her());
        clock.pin(NOON.plus(Duration.ofMinutes(10)));

        assertThat(page().call().parties()).extracting(Party::name).containsExactly("Ben " + run, "Name not given");
        assertThat(staff.as(owner, () -> calls.page(id(), false)).orElseThrow().call().parties())
                .extracting(Party::name)
                .containsExactly("Ben " + run, "Ada " + run);
    }

    @Test
    void of_a_sealed_party_nothing_shows_and_neither_do_the_others() {
        send(her(), him());
        peopleOfCalls.run(NOON);
        limit(1, Restriction.SEALED);

        assertThat(page().call().parties()).isEmpty();
        assertThat(page().people()).isEmpty();
        assertThat(page().heldBack().restricted()).isEmpty();
        assertThat(page().call().grading().grade()).isEqualTo("IMMEDIATE");
    }

    private Party her() {
        return new Party(PartyRole.VICTIM, "Ada", run, hers, "F", null,
                new PartyAddress("9 " + run + " Close", null), List.of());
    }

    private Party him() {
        return new Party(PartyRole.SUSPECT, "Ben", run, his, "M", null, null, List.of());
    }

    private void send(Party... parties) {
        var call = aCall("D" + run).inArea(ground.code()).flagged().graded("IMMEDIATE").receivedAt(NOON)
                .changedAt(clock.instant()).at("9 " + run + " Close", null, null).describedAs("He is at the door");
        for (var party : parties) {
            call.with(party);
        }
        staff.as(staff.account("test-feed", Duty.FEED), () -> intake.takeInAll(List.of(call.message())));
    }

    private CallPage page() {
        return staff.as(officer, () -> calls.page(id(), false)).orElseThrow();
    }

    private void limit(int place, Restriction restriction) {
        var person = Map.copyOf(page().people()).get(place);
        var version = reads.inFull(Viewer.engine(), person, NOON).orElseThrow().version();
        staff.as(owner, () -> access.limit(person, version, new Limits(restriction, "A refuge", null, owner.id())));
    }

    private long id() {
        try (var connection = databases.asOwner();
                var rows = connection.createStatement().executeQuery(
                        "SELECT id FROM incident WHERE reference = 'D" + run + "'")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
