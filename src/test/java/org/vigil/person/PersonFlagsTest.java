package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.deadline.DeadlineQueries;
import org.vigil.deadline.DeadlineState;
import org.vigil.deadline.DeadlineView;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class PersonFlagsTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private PersonFlags flags;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonService people;

    @Autowired
    private DeadlineQueries deadlines;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TestClock clock;

    private long id;

    private final String born = SomePerson.day().toString();

    @BeforeEach
    void a_person() {
        clock.pin(NOON);
        id = edits.create(SomePerson.anew().born(born).ringing("07700 900123").details());
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_flag_asked_for_is_chased_for_a_day_and_met_when_it_is_set_with_evidence() {
        flags.ask(id, version(), new NewFlag(FlagSystem.PNC, "DA victim", "High risk"));
        var flag = person().flags().getFirst();
        var clockOfFlag = deadlines.of(PersonFlags.subject(flag.id())).getFirst();
        assertThat(clockOfFlag.rule()).isEqualTo(PersonFlags.RULE);
        assertThat(clockOfFlag.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));

        clock.advance(Duration.ofHours(2));
        assertThatThrownBy(() -> flags.set(id, version(), flag.id(), " ")).isInstanceOf(InvalidInputException.class);
        flags.set(id, version(), flag.id(), "PNC print 14:00");
        assertThat(person().flags().getFirst().state()).isEqualTo(FlagState.SET);
        assertThat(deadlines.of(PersonFlags.subject(flag.id())).getFirst().state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    void a_flag_that_is_not_needed_says_why_and_is_chased_no_more() {
        flags.ask(id, version(), new NewFlag(FlagSystem.LOCAL, "DA victim", "High risk"));
        var flag = person().flags().getFirst();
        flags.notNeeded(id, version(), flag.id(), "Set last year already");
        assertThat(deadlines.of(PersonFlags.subject(flag.id())).getFirst().state()).isEqualTo(DeadlineState.CANCELLED);
        assertThatThrownBy(() -> flags.set(id, version(), flag.id(), "again")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_marker_has_a_reason_and_a_review_to_come_and_ends_with_a_reason() {
        var marker = new NewMarker(MarkerType.WEAPONS, "Knife in the kitchen", LocalDate.of(2026, 3, 3),
                LocalDate.of(2027, 3, 3));
        assertThatThrownBy(() -> flags.mark(id, version(),
                        new NewMarker(MarkerType.WEAPONS, "Knife", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3))))
                .isInstanceOf(InvalidInputException.class);
        flags.mark(id, version(), marker);
        var held = person().markers().getFirst();
        flags.renew(id, version(), held.id(), LocalDate.of(2028, 3, 3), "Still so");
        assertThat(person().markers().getFirst().reviewOn()).isEqualTo("2028-03-03");
        flags.unmark(id, version(), held.id(), "Surrendered");
        assertThat(person().markers().getFirst().endedAt()).isEqualTo(NOON);
    }

    @Test
    void a_marker_asks_to_be_looked_at_again_by_its_day_and_once_kept_by_the_next() {
        flags.mark(id, version(), new NewMarker(
                MarkerType.WEAPONS, "Knife", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 9, 3)));
        var marker = PersonFlags.markerSubject(person().markers().getFirst().id());
        assertThat(deadlines.of(marker)).singleElement().satisfies(review -> {
            assertThat(review.rule()).isEqualTo(PersonFlags.REVIEW);
            assertThat(review.dueAt()).isEqualTo("2026-09-03T23:00:00Z");
        });

        clock.advance(Duration.ofDays(100));
        flags.renew(id, version(), marker.id(), LocalDate.of(2027, 1, 3), "Still so");
        assertThat(deadlines.of(marker)).extracting(DeadlineView::state)
                .containsExactly(DeadlineState.SUPERSEDED, DeadlineState.OPEN);
        assertThat(deadlines.of(marker)).extracting(DeadlineView::dueAt).contains(Instant.parse("2027-01-04T00:00:00Z"));
        assertThat(sql.fetchValues("SELECT v.before_value FROM audit_value v JOIN audit_entry e ON e.id = v.entry_id"
                        + " WHERE e.subject_type = 'PERSON' AND e.subject_id = " + id))
                .extracting(String::valueOf)
                .contains("2026-09-03");

        flags.unmark(id, version(), marker.id(), "Surrendered");
        assertThat(deadlines.of(marker)).extracting(DeadlineView::state)
                .containsExactly(DeadlineState.SUPERSEDED, DeadlineState.MET);
    }

    @Test
    void two_officers_do_not_overwrite_each_other() {
        var seen = version();
        edits.add(id, seen, new PersonPart.Phone("07700 900456", true));
        assertThatThrownBy(() -> edits.add(id, seen, new PersonPart.Phone("07700 900789", true)))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void a_correction_keeps_what_was_wrong_as_wrong() {
        var phone = person().parts(PersonPart.Phone.class).getFirst();
        edits.correct(id, version(), phone.id(), new PersonPart.Phone("07700 900124", null), "Misheard");
        assertThat(person().parts(PersonPart.Phone.class))
                .extracting(held -> held.part().number() + " " + held.state())
                .containsExactly("07700 900124 CURRENT", "07700 900123 WRONG");
    }

    @Test
    void not_asked_declined_and_unknown_are_three_answers() {
        assertThat(person().characteristics()).isEmpty();
        edits.answer(id, version(), Characteristic.ETHNICITY, Answer.DECLINED, null, "");
        assertThat(person().characteristics().get(Characteristic.ETHNICITY).answer()).isEqualTo(Answer.DECLINED);
        edits.answer(id, version(), Characteristic.ETHNICITY, Answer.GIVEN, "W1", "");
        assertThat(person().characteristics().get(Characteristic.ETHNICITY).value()).isEqualTo("W1");
    }

    @Test
    void a_relationship_shows_on_both_and_what_other_systems_hold_is_held_once() {
        var child = edits.create(SomePerson.anew().details());
        edits.relate(id, version(), new NewRelationship(child, RelationshipKind.PARENT, null, null, null));
        assertThat(person().relationships()).extracting(Person.Relationship::kind).containsExactly(RelationshipKind.PARENT);
        assertThat(person(child).relationships()).extracting(Person.Relationship::kind).containsExactly(RelationshipKind.CHILD);

        var conviction = new NewExternalRecord(ExternalKind.CONVICTION, "PNC", "C-1", LocalDate.of(2020, 1, 2), "Assault");
        edits.external(id, version(), conviction);
        assertThatThrownBy(() -> edits.external(id, version(), conviction)).isInstanceOf(InvalidInputException.class);
        assertThat(person().externalRecords()).hasSize(1);
    }

    @Test
    void what_can_not_be_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> edits.add(id, version(), new PersonPart.Birth(new BirthDate(2026, 2, 30, false))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> edits.add(id, version(), new PersonPart.Name(NameKind.ALIAS, "unknown", null)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> edits.add(id, version(), new PersonPart.Name(NameKind.ALIAS, "x".repeat(10_000), null)))
                .isInstanceOf(InvalidInputException.class);
    }

    private Person person() {
        return person(id);
    }

    private Person person(long key) {
        return ((PersonService.Look.InFull) people.look(key, false).orElseThrow()).person();
    }

    private int version() {
        return person().version();
    }
}
