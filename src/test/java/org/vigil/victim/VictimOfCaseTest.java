package org.vigil.victim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.casework.CaseFixture.aCase;
import static org.vigil.casework.CaseFixture.somebody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.casework.CaseFixture;
import org.vigil.casework.CaseIntake;
import org.vigil.casework.CaseKey;
import org.vigil.casework.SuspectStatus;
import org.vigil.casework.data.CaseQueries;
import org.vigil.db.Transactions;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.person.OwnRecord;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.NamedPartiesDue;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.api.ItemStatus;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** What the crime system tells of a case's suspects, and what of it the victim is told. */
@VigilTest
class VictimOfCaseTest {

    private static final Instant NOON = CaseFixture.REPORTED;

    @Autowired
    private CaseIntake intake;

    @Autowired
    private CaseQueries cases;

    @Autowired
    private VictimService victims;

    @Autowired
    private VictimContacts contacts;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private LinkStore links;

    @Autowired
    private NamedPartiesDue due;

    @Autowired
    private PeopleOfParties people;

    @Autowired
    private OwnRecord own;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private final String run = SomePerson.letters();

    @BeforeEach
    void noon() {
        clock.pin(NOON);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void from_an_arrest_to_bail_one_victim_is_told_in_time_and_another_is_not() {
        var him = somebody();
        var told = run + "told";
        var untold = run + "untold";
        for (var reference : List.of(told, untold)) {
            var her = somebody();
            clock.pin(NOON);
            send(aCase(reference).of(her).against(him, SuspectStatus.OUTSTANDING, NOON)
                    .assessed(RiskTool.DASH, RiskGrade.HIGH, NOON));
            assertThat(page(reference).victims().getFirst().updates()).isEmpty();
            clock.pin(NOON.plus(Duration.ofHours(6)));
            send(aCase(reference).of(her).against(him, SuspectStatus.IN_CUSTODY, NOON.plusSeconds(600)));
            send(aCase(reference).of(her).against(him, SuspectStatus.BAILED, NOON.plus(Duration.ofHours(5))));
            match(reference);
        }
        var owed = page(told).victims().getFirst().owed();
        assertThat(owed).extracting(update -> update.of().kind())
                .containsExactly(UpdateKind.ARRESTED, UpdateKind.BAILED);
        staff.as(staff.someone(Duty.CUSTODY), () -> contacts.record(id(told), 0, new NewContact(
                clock.instant(), ContactMeans.IN_PERSON, ContactOutcome.REACHED, null,
                Set.of(owed.get(0).of().id(), owed.get(1).of().id()), null)));

        clock.pin(NOON.plus(Duration.ofDays(2)));

        assertThat(states(told)).containsOnly(DeadlineState.MET);
        assertThat(states(untold)).containsOnly(DeadlineState.BREACHED);
        assertThat(page(untold).lines()).filteredOn(line -> line.urgent()).extracting(line -> line.words())
                .anyMatch(words -> words.startsWith("The victim is to be told: arrested, was due Thu 5 Mar 2026 00:00"))
                .anyMatch(words -> words.startsWith("High risk, and the victim was not reached"));
    }

    @Test
    void a_case_with_children_starts_the_clock_of_their_school_and_one_without_does_not() {
        send(aCase(run).of(somebody()).withChild(somebody(), "Example Primary"));
        assertThat(page(run).schoolClock()).isNotNull();
        send(aCase(run + "none").of(somebody()));
        assertThat(page(run + "none").schoolClock()).isNull();
        assertThat(deadlines.of(page(run).of().subject())).isNotEmpty();
    }

    @Test
    void what_was_told_of_a_suspect_in_one_batch_is_told_to_the_victim_step_by_step() {
        var him = somebody();
        var her = somebody();
        clock.pin(NOON.plusSeconds(120));
        send(aCase(run).of(her).against(him, SuspectStatus.IN_CUSTODY, NOON),
                aCase(run).of(her).against(him, SuspectStatus.CHARGED, NOON.plusSeconds(60)));
        assertThat(page(run).victims().getFirst().owed()).extracting(update -> update.of().kind())
                .containsExactly(UpdateKind.ARRESTED, UpdateKind.CHARGED);
    }

    @Test
    void whoever_is_the_suspect_sees_neither_the_case_nor_what_the_victim_is_told() {
        send(aCase(run).of(somebody()).against(somebody(), SuspectStatus.BAILED, NOON));
        match(run);
        var officer = staff.someone(Duty.SPECIALIST);
        var suspect = links.of(SubjectType.CASE, id(run)).getLast().personId();
        var update = page(run).victims().getFirst().updates().getFirst().of().id();
        assertThat(staff.as(officer, () -> victims.caseOf(update))).isPresent();

        staff.as(staff.someone(Duty.SUPERVISOR), () -> own.say(officer.id(), suspect));

        assertThat(staff.as(officer, () -> victims.caseOf(update))).isEmpty();
        assertThat(staff.as(officer, () -> victims.list(VictimFilter.toTell(), null, 50, false)).page().items())
                .noneMatch(listed -> listed.row().reference().equals(run));
    }

    private void send(CaseFixture... messages) {
        staff.as(staff.account("crime-feed", Duty.FEED), () -> intake.takeInAll(
                Stream.of(messages).map(CaseFixture::message).toList()))
                .forEach(result -> assertThat(result.status()).isNotEqualTo(ItemStatus.REJECTED));
    }

    private void match(String reference) {
        while (!due.stillDue(SubjectType.CASE, List.of(id(reference))).isEmpty()) {
            EngineScope.run(() -> people.run(clock.instant()));
        }
    }

    private long id(String reference) {
        var key = new CaseKey("NICHE", reference);
        return transactions.call(() -> cases.lock(List.of(key))).get(key).id();
    }

    private VictimPage page(String reference) {
        return staff.as(staff.account("test-victim-page", Duty.SUPERVISOR), () -> victims.page(id(reference), false)).orElseThrow();
    }

    private List<DeadlineState> states(String reference) {
        return page(reference).victims().getFirst().updates().stream().map(update -> update.clock().state()).toList();
    }
}
