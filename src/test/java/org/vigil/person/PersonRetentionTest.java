package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.PartyRole;
import org.vigil.incident.jobs.PeopleOfCalls;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.PersonRetention.Show;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.jobs.RetentionWork;
import org.vigil.security.Account;
import org.vigil.security.EngineScope;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class PersonRetentionTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final LocalDate TODAY = UkTime.localDay(NOON);

    @Autowired
    private PersonRetention retention;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonAccess access;

    @Autowired
    private PersonReads reads;

    @Autowired
    private RetentionWork work;

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private PeopleOfCalls people;

    @Autowired
    private LinkStore links;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private final String born = SomePerson.day().toString();
    private final String run = SomePerson.letters();
    private Account supervisor;
    private long person;

    @BeforeEach
    void somebody_entered_by_hand() {
        clock.pin(NOON);
        supervisor = staff.someone(Duty.SUPERVISOR);
        person = staff.as(supervisor, () -> edits.create(SomePerson.anew().born(born).details()));
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void whoever_is_new_has_a_group_and_a_day_of_review_at_once() {
        var held = retention();
        assertThat(held.group()).isEqualTo(3);
        assertThat(held.nextReviewOn()).isEqualTo(TODAY.plusYears(6));
        assertThat(held.basis()).contains("6 years after the last event");
    }

    @Test
    void by_night_the_group_follows_the_calls_and_a_new_call_restarts_the_clear_period() {
        var reference = "R1" + run;
        send(reference, "2012-03-03T12:00:00Z");
        person = links.of(SubjectType.INCIDENT, call(reference)).getFirst().personId();
        runTheNight();
        assertThat(retention().group()).isEqualTo(2);
        assertThat(retention().why()).isEqualTo("suspect in a domestic abuse call");
        assertThat(retention().nextReviewOn()).isEqualTo("2022-03-03");
        assertThat(due()).contains(person);

        send("R2" + run, "2026-02-01T12:00:00Z");
        runTheNight();
        assertThat(retention().nextReviewOn()).isEqualTo("2036-02-01");
        assertThat(due()).doesNotContain(person);
    }

    @Test
    void the_night_works_out_those_who_were_here_before_it_and_none_twice() {
        sql.update(PERSON)
                .setNull(PERSON.RETENTION_WORKED_ON)
                .setNull(PERSON.REVIEW_BASIS)
                .set(PERSON.NEXT_REVIEW_ON, LocalDate.of(2001, 1, 1))
                .where(PERSON.ID.eq(person))
                .execute();
        runTheNight();
        assertThat(retention().nextReviewOn()).isEqualTo(TODAY.plusYears(6));
        EngineScope.run(() -> assertThat(work.run(NOON).examined()).isZero());
    }

    @Test
    void a_review_that_keeps_the_record_moves_its_day_on_by_rule_and_needs_a_reason() {
        makeDue();
        assertThat(due()).contains(person);
        assertThatThrownBy(() -> as(() -> retention.keep(person, version(), " "))).isInstanceOf(InvalidInputException.class);
        var next = staff.as(supervisor, () -> retention.keep(person, version(), "Still a risk to his mother"));
        assertThat(next.on()).isEqualTo(TODAY.plusYears(5));
        assertThat(due()).doesNotContain(person);
        assertThat(logged()).contains("Retention review: kept");
        var before = version() - 1;
        assertThatThrownBy(() -> as(() -> retention.keep(person, before, "Twice")))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void an_officers_group_stays_whatever_the_rules_say_until_it_is_given_back() {
        staff.as(supervisor, () -> retention.group(person, version(), 1, "Managed under MAPPA elsewhere"));
        runTheNight();
        assertThat(retention().group()).isEqualTo(1);
        assertThat(retention().chosen()).isTrue();
        assertThat(retention().nextReviewOn()).isEqualTo(TODAY.plusYears(10));
        staff.as(supervisor, () -> retention.group(person, version(), null, "Was somebody else"));
        assertThat(retention().group()).isEqualTo(3);
        assertThatThrownBy(() -> as(() -> retention.group(person, version(), 9, "No such group")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_hold_overrides_the_review_until_it_is_lifted() {
        makeDue();
        as(() -> retention.hold(person, version(), "Needed for the inquest."));
        assertThat(due()).doesNotContain(person);
        assertThat(all(Show.HELD)).contains(person);
        assertThatThrownBy(() -> as(() -> retention.keep(person, version(), "Keep")))
                .hasMessageContaining("Needed for the inquest.")
                .hasMessageContaining("Lift the hold first");
        as(() -> retention.release(person, version(), "The inquest is over"));
        assertThat(due()).contains(person);
        assertThat(logged()).contains("Record put on hold", "Hold lifted");
    }

    @Test
    void a_restricted_record_is_listed_only_to_those_who_may_see_it() {
        makeDue();
        var owner = staff.someone(Duty.SUPERVISOR);
        staff.as(owner, () -> access.limit(
                person, version(), new Limits(Restriction.SEALED, "A colleague", null, owner.id())));
        assertThat(due()).doesNotContain(person);
        supervisor = owner;
        assertThat(due()).contains(person);
    }

    @Test
    void nobody_else_decides() {
        var officer = staff.someone(Duty.RESPONSE);
        assertThatThrownBy(() -> staff.as(officer, () -> retention.list(Show.DUE, null, 20)))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void the_jobs_are_scheduled() throws SchedulerException {
        var nightly = (CronTrigger) scheduler.getTrigger(TriggerKey.triggerKey("person-retention"));
        assertThat(nightly.getCronExpression()).startsWith("0 10 3");
        var minutely = (SimpleTrigger) scheduler.getTrigger(TriggerKey.triggerKey("erased-values"));
        assertThat(minutely.getRepeatInterval()).isEqualTo(60_000);
    }

    /** As if the last event were long ago. */
    private void makeDue() {
        sql.update(PERSON).set(PERSON.CREATED_AT, Instant.parse("2015-03-03T12:00:00Z")).where(PERSON.ID.eq(person)).execute();
        sql.execute("UPDATE person_name SET added_at = '2015-03-03' WHERE person_id = " + person);
        sql.execute("UPDATE person_birth SET added_at = '2015-03-03' WHERE person_id = " + person);
        sql.update(PERSON).setNull(PERSON.RETENTION_WORKED_ON).where(PERSON.ID.eq(person)).execute();
        runTheNight();
        assertThat(retention().nextReviewOn()).isEqualTo("2021-03-03");
    }

    private void runTheNight() {
        EngineScope.run(() -> assertThat(work.run(NOON).failed()).isZero());
    }

    private void send(String reference, String received) {
        var at = Instant.parse(received);
        var call = aCall(reference).flagged().receivedAt(at).closedAt(at).withCrime("CR-" + reference, at)
                .with(PartyRole.SUSPECT, "Tam" + run, "Pen" + run);
        EngineScope.run(() -> {
            intake.takeInAll(List.of(call.message()));
            while (sql.fetchExists(sql.selectOne().from("incident").where("reference = '" + reference + "' AND people_due"))) {
                people.run(NOON);
            }
        });
    }

    private long call(String reference) {
        return sql.fetchSingle("SELECT id FROM incident WHERE reference = ?", reference).get(0, Long.class);
    }

    private List<Long> due() {
        return all(Show.DUE);
    }

    private List<Long> all(Show show) {
        var found = new ArrayList<Long>();
        String cursor = null;
        do {
            var from = cursor;
            var page = staff.as(supervisor, () -> retention.list(show, from, 100));
            page.items().forEach(each -> found.add(each.id()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private List<String> logged() {
        return sql.select(AUDIT_ENTRY.WHAT)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SUBJECT_TYPE.eq("PERSON"))
                .and(AUDIT_ENTRY.SUBJECT_ID.eq(person))
                .fetch(AUDIT_ENTRY.WHAT);
    }

    private void as(Runnable work) {
        staff.as(supervisor, work);
    }

    private PersonCore.Retention retention() {
        return held().core().retention();
    }

    private int version() {
        return held().version();
    }

    private Person held() {
        return reads.inFull(Viewer.engine(), reads.survivorOf(person).orElseThrow(), NOON).orElseThrow();
    }
}
