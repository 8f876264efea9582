package org.vigil.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.casework.CaseFixture.aCase;
import static org.vigil.casework.CaseFixture.somebody;
import static org.vigil.custody.EventFixture.anEvent;
import static org.vigil.db.generated.Tables.CUSTODY_RECORD;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.casework.data.CaseQueries;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyIntake;
import org.vigil.custody.EventFixture;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineView;
import org.vigil.person.NamedPerson;
import org.vigil.person.data.NamedPartiesDue;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.api.ItemStatus;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;
import org.vigil.victim.UpdateKind;
import org.vigil.victim.VictimUpdate;
import org.vigil.victim.data.VictimReads;

/** From an arrest to what the victim is told, whichever of the two systems speaks first. */
@VigilTest
class CustodyToCaseTest {

    private static final Instant NOON = CaseFixture.REPORTED;

    @Autowired
    private CaseIntake cases;

    @Autowired
    private CustodyIntake custody;

    @Autowired
    private CaseQueries held;

    @Autowired
    private VictimReads victims;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private PeopleOfParties people;

    @Autowired
    private NamedPartiesDue due;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final NamedPerson her = somebody();
    private final NamedPerson him = somebody();

    @BeforeEach
    void the_evening() {
        clock.pin(hours(8));
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void an_arrest_and_a_release_on_bail_change_the_suspect_and_open_what_the_victim_is_told() {
        report();
        tell(event(CustodyEventKind.ARRESTED, hours(2)).of(him));
        assertThat(suspect().status()).isEqualTo(SuspectStatus.OUTSTANDING);
        match();
        assertThat(suspect().status()).isEqualTo(SuspectStatus.IN_CUSTODY);
        assertThat(suspect().since()).isEqualTo(hours(2));

        tell(event(CustodyEventKind.INTERVIEWED, hours(4)),
                event(CustodyEventKind.RELEASED_BAIL, hours(6)).on("Not to contact her").until(hours(24 * 20)));
        assertThat(suspect().status()).isEqualTo(SuspectStatus.BAILED);
        assertThat(owed()).extracting(VictimUpdate::kind)
                .containsExactly(UpdateKind.ARRESTED, UpdateKind.INTERVIEWED, UpdateKind.BAILED);
        assertThat(owed().getLast().words()).contains("until Mon 23 Mar 2026", "Not to contact her");
        // Tuesday's events are told by the end of Wednesday, the next working day.
        assertThat(owed()).allSatisfy(update -> assertThat(clock(update).dueAt()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z")));
    }

    @Test
    void a_case_that_comes_after_the_arrest_catches_up_with_what_happened_since_its_report() {
        tell(event(CustodyEventKind.ARRESTED, hours(2)).of(him),
                event(CustodyEventKind.RELEASED_UNDER_INVESTIGATION, hours(7)));
        match();
        report();
        match();
        assertThat(suspect().status()).isEqualTo(SuspectStatus.UNDER_INVESTIGATION);
        assertThat(suspect().history()).extracting(Suspect.Step::status).containsExactly(
                SuspectStatus.OUTSTANDING, SuspectStatus.IN_CUSTODY, SuspectStatus.UNDER_INVESTIGATION);
        assertThat(owed()).extracting(VictimUpdate::kind)
                .containsExactly(UpdateKind.ARRESTED, UpdateKind.UNDER_INVESTIGATION);
    }

    @Test
    void the_same_events_once_more_open_nothing_and_another_time_of_the_arrest_moves_the_one_clock() {
        report();
        tell(event(CustodyEventKind.ARRESTED, hours(2)).of(him));
        match();
        tell(event(CustodyEventKind.ARRESTED, hours(2)).of(him));
        match();
        assertThat(owed()).hasSize(1);
        tell(event(CustodyEventKind.ARRESTED, hours(1)).of(him));
        match();
        assertThat(owed()).singleElement().satisfies(update -> assertThat(update.eventAt()).isEqualTo(hours(1)));
        assertThat(suspect().since()).isEqualTo(hours(1));
    }

    private void report() {
        var message = aCase(run).of(her).against(him, SuspectStatus.OUTSTANDING, NOON).message();
        assertThat(staff.as(staff.account("test-feed", Duty.FEED), () -> cases.takeInAll(List.of(message))))
                .allMatch(result -> result.status() == ItemStatus.CREATED);
        match();
    }

    private EventFixture event(CustodyEventKind kind, Instant at) {
        return anEvent("CR" + run, kind, at);
    }

    private void tell(EventFixture... told) {
        var messages = Arrays.stream(told).map(EventFixture::message).toList();
        assertThat(staff.as(staff.account("test-feed", Duty.FEED), () -> custody.takeInAll(messages)))
                .noneMatch(result -> result.status() == ItemStatus.REJECTED);
    }

    private void match() {
        while (isDue()) {
            EngineScope.run(() -> assertThat(people.run(clock.instant()).failed()).isZero());
        }
    }

    private boolean isDue() {
        var records = sql.select(CUSTODY_RECORD.ID).from(CUSTODY_RECORD).where(CUSTODY_RECORD.REFERENCE.eq("CR" + run))
                .fetch(CUSTODY_RECORD.ID);
        var files = held.byReference(Viewer.engine(), run).stream().map(Case::id).toList();
        return !due.stillDue(SubjectType.CUSTODY, records).isEmpty() || !due.stillDue(SubjectType.CASE, files).isEmpty();
    }

    private Case file() {
        return held.byReference(Viewer.engine(), run).getFirst();
    }

    private Suspect suspect() {
        return file().suspects().getFirst();
    }

    private List<VictimUpdate> owed() {
        return victims.updates(List.of(file().id())).stream()
                .sorted(Comparator.comparing(VictimUpdate::eventAt))
                .toList();
    }

    private DeadlineView clock(VictimUpdate update) {
        return deadlines.of(update.subject(run)).getLast();
    }

    private static Instant hours(int after) {
        return NOON.plus(Duration.ofHours(after));
    }
}
