package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_NOTIFICATION;
import static org.vigil.db.generated.Tables.PERSON_FLAG;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertRaiser;
import org.vigil.alert.AlertService;
import org.vigil.alert.Audience;
import org.vigil.alert.RaiseAlert;
import org.vigil.alert.Severity;
import org.vigil.db.Transactions;
import org.vigil.person.PersonCore.Limits;
import org.vigil.security.Account;
import org.vigil.security.DutyStateService;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class PersonAccessTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final String WHY = "She is at the front desk and asks for help now.";

    @Autowired
    private PersonService people;

    @Autowired
    private PersonAccess access;

    @Autowired
    private OwnRecord ownRecord;

    @Autowired
    private PersonAccessList lists;

    @Autowired
    private AlertService alerts;

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DutyStateService duties;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonFlags flags;

    @Autowired
    private PersonMatches matches;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private Account owner;
    private Account outsider;
    private long person;

    private final String born = SomePerson.day().toString();

    @BeforeEach
    void a_person_and_two_officers() {
        clock.pin(NOON);
        owner = staff.someone(Duty.SUPERVISOR);
        outsider = staff.someone(Duty.RESPONSE);
        person = staff.as(owner, () -> edits.create(SomePerson.anew().born(born).details()));
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void an_open_record_is_open_to_all_and_each_look_is_logged() {
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.InFull.class);
    }

    @Test
    void of_a_restricted_record_outsiders_learn_only_whom_to_ask_and_what_endangers_them() {
        mark(MarkerType.FIREARMS);
        mark(MarkerType.VULNERABLE);
        limit(Restriction.RESTRICTED);
        assertThat(look(outsider)).get().isInstanceOfSatisfying(PersonService.Look.Ask.class, ask -> assertThat(ask.safety())
                .containsExactly(MarkerType.FIREARMS));
        assertThat(look(owner)).get().isInstanceOf(PersonService.Look.InFull.class);
        assertThatThrownBy(() -> staff.as(outsider, () -> edits.add(person, 2, SomePerson.anew().name())))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void broken_glass_holds_for_an_hour_tells_the_owner_and_needs_a_sentence() {
        limit(Restriction.RESTRICTED);
        assertThatThrownBy(() -> staff.as(outsider, () -> access.breakGlass(person, "need it")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(staff.as(outsider, () -> access.breakGlass(person, WHY))).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.InFull.class);
        assertThat(sql.fetchCount(ALERT, ALERT.KIND.eq("PERSON_GLASS_BROKEN").and(ALERT.SUBJECT_ID.eq(person)))).isOne();

        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.InFull.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.Ask.class);
    }

    @Test
    void a_sealed_record_is_not_there() {
        limit(Restriction.SEALED);
        assertThat(look(outsider)).isEmpty();
        assertThat(staff.as(outsider, () -> people.standing(List.of(person)).seenAsAsked())).isEmpty();
        assertThatThrownBy(() -> staff.as(outsider, () -> access.breakGlass(person, WHY)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message(() -> access.breakGlass(Long.MAX_VALUE, WHY)));
        assertThat(look(owner)).get().isInstanceOf(PersonService.Look.InFull.class);
    }

    @Test
    void whoever_is_on_the_list_sees_a_sealed_record_until_taken_off() {
        limit(Restriction.SEALED);
        staff.as(owner, () -> access.give(person, outsider.id(), "Investigates it"));
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.InFull.class);
        staff.as(owner, () -> access.take(person, outsider.id(), "The investigation is over"));
        assertThat(look(outsider)).isEmpty();
    }

    @Test
    void nobody_sees_the_record_that_is_their_own_nor_one_merged_with_it() {
        staff.as(owner, () -> ownRecord.say(outsider.id(), person));
        assertThat(look(outsider)).isEmpty();
        var older = person;
        var newer = staff.as(owner, () -> edits.create(SomePerson.anew().details()));
        staff.as(owner, () -> matches.merge(older, newer, "The same by fingerprint"));
        assertThat(staff.as(outsider, () -> people.look(newer, true))).isEmpty();
    }

    @Test
    void a_merge_takes_the_stricter_limits_and_gives_them_back_when_undone() {
        var open = staff.as(owner, () -> edits.create(SomePerson.anew().details()));
        limit(Restriction.RESTRICTED);
        var merge = staff.as(owner, () -> matches.merge(open, person, "The same by fingerprint"));
        assertThat(staff.as(outsider, () -> people.look(open, true))).get().isInstanceOf(PersonService.Look.Ask.class);
        staff.as(owner, () -> matches.undo(merge.id(), "Another finger"));
        assertThat(staff.as(outsider, () -> people.look(open, true))).get().isInstanceOf(PersonService.Look.InFull.class);
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.Ask.class);
    }

    @Test
    void a_sealed_record_that_was_sought_tells_its_owner() {
        limit(Restriction.SEALED);
        var viewer = staff.as(outsider, () -> org.vigil.shared.Viewer.engine());
        access.soughtSealed(viewer, List.of(person), NOON);
        assertThat(sql.fetchCount(ALERT, ALERT.KIND.eq("PERSON_SEALED_SOUGHT").and(ALERT.SUBJECT_ID.eq(person)))).isOne();
    }

    @Test
    void broken_glass_shows_a_record_and_lets_nobody_open_it_for_good_or_for_others() {
        limit(Restriction.RESTRICTED);
        var stranger = staff.someone(Duty.SUPERVISOR);
        staff.as(stranger, () -> access.breakGlass(person, WHY));
        assertThat(look(stranger)).get().isInstanceOf(PersonService.Look.InFull.class);

        refused(stranger, () -> access.give(person, stranger.id(), "For me"));
        refused(stranger, () -> access.give(person, outsider.id(), "For a friend"));
        refused(stranger, () -> access.limit(person, version(), new Limits(Restriction.OPEN, "No need", null, null)));
        refused(stranger, () -> access.limit(
                person, version(), new Limits(Restriction.RESTRICTED, "Mine now", Duty.SUPERVISOR, null)));
        refused(stranger, () -> access.take(person, owner.id(), "Away with them"));
        clock.advance(Duration.ofHours(1));
        assertThat(look(stranger)).get().isInstanceOf(PersonService.Look.Ask.class);
    }

    @Test
    void of_merged_records_the_strictest_owner_says_who_sees_them_and_opening_opens_all() {
        var newer = staff.as(owner, () -> edits.create(SomePerson.anew().details()));
        staff.as(owner, () -> access.limit(newer, 0, new Limits(Restriction.RESTRICTED, "Refuge", null, owner.id())));
        staff.as(owner, () -> matches.merge(person, newer, "The same by fingerprint"));
        var stranger = staff.someone(Duty.SUPERVISOR);
        staff.as(stranger, () -> access.breakGlass(person, WHY));
        refused(stranger, () -> access.limit(person, version(), new Limits(Restriction.OPEN, "No need", null, null)));

        staff.as(owner, () -> access.limit(person, version(), new Limits(Restriction.OPEN, "It is over", null, null)));
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.InFull.class);
    }

    @Test
    void nobody_gives_themselves_access_and_every_change_needs_a_reason_and_somebody_who_can_own_it() {
        limit(Restriction.RESTRICTED);
        refused(owner, () -> access.give(person, owner.id(), "For me"));
        refused(owner, () -> access.give(person, outsider.id(), " "));
        staff.as(owner, () -> access.give(person, outsider.id(), "Investigates it"));
        refused(owner, () -> access.take(person, outsider.id(), ""));
        refused(owner, () -> access.limit(person, version(), new Limits(Restriction.OPEN, null, null, null)));
        refused(owner, () -> access.limit(person, version(), new Limits(Restriction.SEALED, "Why", Duty.ANALYST, null)));
        refused(owner, () -> access.limit(person, version(), new Limits(Restriction.SEALED, "Why", null, Long.MAX_VALUE)));
    }

    @Test
    void only_the_officer_who_owns_the_record_is_called_and_hears_of_each_breaking() {
        limit(Restriction.RESTRICTED);
        var other = staff.someone(Duty.SUPERVISOR);
        staff.as(outsider, () -> access.breakGlass(person, WHY));
        clock.advance(Duration.ofHours(2));
        staff.as(outsider, () -> access.breakGlass(person, WHY + " Again."));

        assertThat(staff.as(owner, () -> alerts.about(SubjectType.PERSON, List.of(person)))).hasSize(2);
        assertThat(staff.as(other, () -> alerts.about(SubjectType.PERSON, List.of(person)))).isEmpty();
        assertThat(called()).containsOnly(owner.id());
    }

    @Test
    void a_duty_that_owns_a_record_beside_an_officer_is_called_too() {
        staff.as(owner, () -> access.limit(
                person, version(), new Limits(Restriction.RESTRICTED, "Refuge", Duty.MARAC, owner.id())));
        var marac = staff.someone(Duty.MARAC);
        staff.as(outsider, () -> access.breakGlass(person, WHY));
        assertThat(staff.as(marac, () -> alerts.about(SubjectType.PERSON, List.of(person)))).hasSize(1);
        assertThat(staff.as(owner, () -> alerts.about(SubjectType.PERSON, List.of(person)))).hasSize(1);
    }

    @Test
    void whose_own_record_it_is_never_hears_that_somebody_looked() {
        var subject = staff.someone(Duty.SPECIALIST);
        staff.as(owner, () -> ownRecord.say(subject.id(), person));
        staff.as(owner, () -> access.limit(
                person, version(), new Limits(Restriction.RESTRICTED, "A colleague", Duty.SPECIALIST, owner.id())));
        staff.as(outsider, () -> access.breakGlass(person, WHY));
        assertThat(staff.as(subject, () -> alerts.about(SubjectType.PERSON, List.of(person)))).isEmpty();
        assertThat(called()).doesNotContain(subject.id());

        var later = staff.someone(Duty.SPECIALIST);
        assertThat(staff.as(later, () -> alerts.about(SubjectType.PERSON, List.of(person)))).hasSize(1);
        staff.as(owner, () -> ownRecord.say(later.id(), person));
        assertThat(staff.as(later, () -> alerts.about(SubjectType.PERSON, List.of(person)))).isEmpty();
    }

    @Test
    void an_officer_whom_an_alert_concerns_is_not_called_and_a_colleague_is() {
        var subject = staff.someone(Duty.COURT);
        var colleague = staff.someone(Duty.COURT);
        staff.as(subject, duties::signOn);
        staff.as(colleague, duties::signOn);
        staff.as(owner, () -> ownRecord.say(subject.id(), person));
        staff.as(owner, () -> flags.ask(person, version(), new NewFlag(FlagSystem.PNC, "Warning", "He drives for us")));
        var flag = sql.select(PERSON_FLAG.ID).from(PERSON_FLAG).where(PERSON_FLAG.PERSON_ID.eq(person)).fetchSingle().value1();

        transactions.run(() -> raiser.raise(List.of(new RaiseAlert(
                "TEST", "flag-" + flag, Severity.HIGH, PersonFlags.subject(flag), "A flag is still to be set", "On PNC",
                null, null, List.of(Audience.called(Duty.COURT)), RaiseAlert.FIRST, 60, null, null)), NOON));

        assertThat(sql.select(ALERT_NOTIFICATION.ACCOUNT_ID)
                        .from(ALERT_NOTIFICATION)
                        .join(ALERT)
                        .on(ALERT.ID.eq(ALERT_NOTIFICATION.ALERT_ID))
                        .where(ALERT.DEDUP_KEY.eq("flag-" + flag))
                        .fetch(ALERT_NOTIFICATION.ACCOUNT_ID))
                .contains(colleague.id())
                .doesNotContain(subject.id());
        staff.as(subject, duties::signOff);
        staff.as(colleague, duties::signOff);
    }

    @Test
    void broken_glass_is_closed_before_its_hour_by_whoever_broke_it_or_owns_the_record_and_by_nobody_else() {
        limit(Restriction.RESTRICTED);
        staff.as(outsider, () -> access.breakGlass(person, WHY));
        var other = staff.someone(Duty.RESPONSE);
        assertThat(glass(owner)).hasSize(1);
        var grant = glass(owner).getFirst().id();
        refused(other, () -> access.closeGlass(person, grant));
        staff.as(outsider, () -> access.closeGlass(person, grant));
        assertThat(look(outsider)).get().isInstanceOf(PersonService.Look.Ask.class);
        refused(owner, () -> access.closeGlass(person, grant));

        staff.as(other, () -> access.breakGlass(person, WHY));
        staff.as(owner, () -> access.closeGlass(person, glass(owner).getFirst().id()));
        assertThat(look(other)).get().isInstanceOf(PersonService.Look.Ask.class);
    }

    @Test
    void who_else_sees_a_record_and_who_looked_is_told_to_its_owner_and_not_to_whoever_broke_the_glass() {
        limit(Restriction.RESTRICTED);
        var stranger = staff.someone(Duty.SUPERVISOR);
        staff.as(owner, () -> access.give(person, outsider.id(), "Investigates it"));
        staff.as(stranger, () -> access.breakGlass(person, WHY));
        assertThat(who(owner).given()).singleElement().satisfies(given -> assertThat(given.reason()).isEqualTo("Investigates it"));
        assertThat(who(owner).mayChange()).isTrue();
        assertThat(who(stranger).given()).isEmpty();
        assertThat(who(stranger).glass()).hasSize(1);
        assertThat(who(stranger).mayChange()).isFalse();
    }

    @Test
    void whose_own_record_it_is_says_only_somebody_who_sees_it_and_never_for_their_own_account() {
        limit(Restriction.SEALED);
        var stranger = staff.someone(Duty.SUPERVISOR);
        refused(stranger, () -> ownRecord.say(outsider.id(), person));
        assertThatThrownBy(() -> staff.as(owner, () -> ownRecord.say(owner.id(), person)))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        staff.as(owner, () -> ownRecord.say(outsider.id(), person));
        refused(stranger, () -> ownRecord.say(outsider.id(), null));
        refused(owner, () -> access.give(person, outsider.id(), "They asked"));

        var another = staff.as(owner, () -> edits.create(SomePerson.anew().details()));
        staff.as(owner, () -> ownRecord.say(outsider.id(), another));
        assertThat(sql.fetchValues("SELECT v.before_value FROM audit_value v JOIN audit_entry e ON e.id = v.entry_id"
                        + " WHERE e.subject_type = 'ACCOUNT' AND e.subject_id = " + outsider.id() + " ORDER BY e.id"))
                .extracting(String::valueOf)
                .contains(Long.toString(person));
    }

    private List<Long> called() {
        return sql.select(ALERT_NOTIFICATION.ACCOUNT_ID)
                .from(ALERT_NOTIFICATION)
                .join(ALERT)
                .on(ALERT.ID.eq(ALERT_NOTIFICATION.ALERT_ID))
                .where(ALERT.SUBJECT_TYPE.eq("PERSON"), ALERT.SUBJECT_ID.eq(person))
                .fetch(ALERT_NOTIFICATION.ACCOUNT_ID);
    }

    private List<WhoMaySee.Glass> glass(Account as) {
        return who(as).glass();
    }

    private WhoMaySee who(Account as) {
        return staff.as(as, () -> lists.of(people.look(person, false)
                        .map(look -> ((PersonService.Look.InFull) look).person())
                        .orElseThrow())
                .orElseThrow());
    }

    private void refused(Account as, Runnable work) {
        assertThatThrownBy(() -> staff.as(as, work)).isInstanceOf(InvalidInputException.class);
    }

    private Optional<PersonService.Look> look(Account as) {
        return staff.as(as, () -> people.look(person, true));
    }

    private void limit(Restriction restriction) {
        staff.as(owner, () -> access.limit(
                person, version(), new Limits(restriction, "Refuge", null, owner.id())));
    }

    private void mark(MarkerType type) {
        staff.as(owner, () -> flags.mark(person, version(),
                new NewMarker(type, "Seen", LocalDate.of(2026, 3, 3), LocalDate.of(2027, 3, 3))));
    }

    private int version() {
        return staff.as(owner, () -> people.look(person, false))
                .map(look -> ((PersonService.Look.InFull) look).person().version())
                .orElseThrow();
    }

    private String message(Runnable work) {
        try {
            staff.as(outsider, work);
            return "no refusal";
        } catch (InvalidInputException refusal) {
            return refusal.getMessage();
        }
    }
}
