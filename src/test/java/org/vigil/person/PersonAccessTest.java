package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.db.generated.Tables.ALERT;

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
import org.vigil.person.PersonCore.Limits;
import org.vigil.security.Account;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
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

    @BeforeEach
    void a_person_and_two_officers() {
        clock.pin(NOON);
        owner = staff.someone(Duty.SUPERVISOR);
        outsider = staff.someone(Duty.RESPONSE);
        person = staff.as(owner, () -> edits.create(SomePerson.anew().born("1990-05-17").details()));
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
                .extracting(Person.Marker::type)
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
        assertThat(staff.as(outsider, () -> people.seen(List.of(person)))).isEmpty();
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
        staff.as(owner, () -> access.ownRecord(outsider.id(), person));
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
