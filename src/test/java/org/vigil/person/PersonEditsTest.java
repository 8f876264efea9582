package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.person.PersonCore.SafeContact;
import org.vigil.person.PersonPart.Address;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Viewer;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class PersonEditsTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @Autowired
    private MatchStore queue;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonEntering entering;

    @Autowired
    private PersonMatches matches;

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonReads reads;

    @Autowired
    private Transactions transactions;

    @Autowired
    private TestClock clock;

    private final String born = SomePerson.day().toString();

    @BeforeEach
    void noon() {
        clock.pin(NOON);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void an_address_that_turns_out_to_be_a_refuge_is_hidden_wherever_it_was_said_and_in_whatever_spelling() {
        var id = edits.create(SomePerson.anew().at("4 Mill Lane", "PR1 2AB").details());
        edits.add(id, version(id), home("4, Mill Ln.", null, false));
        edits.add(id, version(id), home("77 Quay Parade", "SA1 1AA", false));
        var held = addresses(id).stream().filter(each -> each.part().words().contains("PR1 2AB")).findFirst().orElseThrow();

        edits.correct(id, version(id), held.id(), home("4 Mill Lane", "PR1 2AB", true), "It is a refuge");

        assertThat(addresses(id)).filteredOn(each -> !each.part().isProtected())
                .extracting(each -> each.part().line())
                .containsExactly("77 Quay Parade");
        assertThat(addresses(id)).filteredOn(each -> each.state() == PartState.WRONG)
                .allMatch(each -> each.part().isProtected());
    }

    @Test
    void half_of_an_address_that_may_be_the_refuge_by_way_of_another_half_is_hidden_as_well() {
        var id = edits.create(SomePerson.anew().at("Rose Cottage", "PR7 4QX").at(null, "PR7 4QX").at("9 Quay", "SA1 1AA").details());
        edits.add(id, version(id), new Address("Rose Cottage", null, null, null, true));

        assertThat(addresses(id)).filteredOn(each -> !each.part().isProtected())
                .extracting(each -> each.part().line())
                .containsExactly("9 Quay");
    }

    @Test
    void a_place_that_is_shown_again_does_not_show_what_may_be_another_that_is_hidden() {
        var id = edits.create(SomePerson.anew().at("1 High Street", null).details());
        edits.add(id, version(id), home("1 High Street", "AB1 1AA", true));
        edits.add(id, version(id), home("1 High Street", "CD2 2BB", true));
        var held = addresses(id).stream().filter(each -> each.part().words().contains("AB1 1AA")).findFirst().orElseThrow();

        edits.correct(id, version(id), held.id(), home("1 High Street", "AB1 1AA", false), "She moved out years ago");

        assertThat(addresses(id)).filteredOn(each -> !each.part().isProtected())
                .isNotEmpty()
                .allMatch(each -> each.part().words().contains("AB1 1AA"));
    }

    @Test
    void a_feed_that_knows_nothing_of_hiding_does_not_bring_the_refuge_back_into_the_open() {
        var someone = SomePerson.anew().born(born).at("4 Mill Lane", "PR1 2AB");
        var id = link(someone);
        var held = addresses(id).getFirst();
        edits.correct(id, version(id), held.id(), home("4 Mill Lane", "PR1 2AB", true), "It is a refuge");

        var again = new PersonParty(SomePerson.someCall(), 0, "VICTIM", new PersonDetails(
                Sex.NOT_ASKED,
                List.of(someone.name(), new PersonPart.Birth(BirthDate.of(LocalDate.parse(born))),
                        home("Flat 4, Mill Lane House", "PR1 2AB", false))), "anew");
        transactions.run(() -> intake.link(List.of(new PersonIntake.PartiesOf(again.subject(), List.of(again))), NOON));

        assertThat(addresses(id)).hasSize(3).allMatch(each -> each.part().isProtected());
    }

    @Test
    void two_records_that_become_one_hide_what_one_of_them_hid() {
        var older = edits.create(SomePerson.anew().at("4 Mill Lane", "PR1 2AB").details());
        var newer = edits.create(SomePerson.anew().details());
        edits.add(newer, version(newer), home("4 Mill Ln", "PR1 2AB", true));
        matches.merge(older, newer, "The same by fingerprint");
        assertThat(addresses(older)).hasSize(2).allMatch(each -> each.part().isProtected());
    }

    @Test
    void a_place_that_hides_nobody_any_more_is_shown_again_once_an_officer_says_so() {
        var id = edits.create(SomePerson.anew().details());
        edits.add(id, version(id), home("4 Mill Lane", "PR1 2AB", true));
        edits.correct(id, version(id), addresses(id).getFirst().id(), home("4 Mill Lane", "PR1 2AB", false), "She moved");
        assertThat(addresses(id)).noneMatch(each -> each.part().isProtected());
        assertThat(person(id).hides(home("4 Mill Lane", "PR1 2AB", false))).isFalse();
    }

    @Test
    void what_is_too_long_is_refused_with_a_sentence() {
        var id = edits.create(SomePerson.anew().details());
        var core = person(id).core();
        refused(() -> edits.core(id, version(id), with(core, "x".repeat(61), core.contact(), null)));
        refused(() -> edits.core(id, version(id), with(core, null, new SafeContact("x".repeat(256), null, null), null)));
        refused(() -> edits.core(id, version(id), with(core, null, new SafeContact(null, null, "x".repeat(256)), null)));
        refused(() -> edits.core(id, version(id), with(core, null, core.contact(), "x".repeat(2001))));
        edits.core(id, version(id), with(core, "é".repeat(60), core.contact(), "é".repeat(2000)));
        assertThat(person(id).core().description()).hasSize(2000);
    }

    @Test
    void a_relationship_that_cannot_be_or_is_recorded_already_is_refused() {
        var id = edits.create(SomePerson.anew().details());
        var other = edits.create(SomePerson.anew().details());
        refused(() -> relate(id, other, TODAY.minusDays(1), TODAY.minusDays(2), null));
        refused(() -> relate(id, other, TODAY.plusDays(1), null, null));
        refused(() -> relate(id, other, null, TODAY.plusDays(1), null));
        refused(() -> relate(id, other, null, null, "x".repeat(256)));

        relate(id, other, TODAY.minusDays(9), null, null);
        refused(() -> relate(id, other, null, null, null));
        refused(() -> relate(other, id, null, null, null));
        var held = person(id).relationships().getFirst().id();
        refused(() -> edits.endRelationship(id, version(id), held, PartState.CURRENT, null, "Over"));
        refused(() -> edits.endRelationship(id, version(id), held, PartState.FORMER, TODAY.minusDays(10), "Over"));
        refused(() -> edits.endRelationship(id, version(id), held, PartState.FORMER, TODAY.plusDays(1), "Over"));
        edits.endRelationship(id, version(id), held, PartState.FORMER, TODAY, "Over");
        relate(id, other, null, null, null);
        assertThat(person(id).relationships()).hasSize(2);
    }

    @Test
    void what_another_system_holds_is_entered_once_for_all_records_of_the_person() {
        var older = edits.create(SomePerson.anew().details());
        var newer = edits.create(SomePerson.anew().details());
        external(newer, "PND/1", TODAY);
        matches.merge(older, newer, "The same by fingerprint");

        refused(() -> external(older, "PND/1", TODAY));
        refused(() -> external(older, "PND/2", TODAY.plusDays(1)));
        refused(() -> external(older, "x".repeat(81), TODAY));
        assertThat(person(older).externalRecords()).hasSize(1);
        refused(() -> edits.endExternal(
                older, version(older), person(older).externalRecords().getFirst().id(), PartState.CURRENT, "Why"));
    }

    @Test
    void whoever_is_entered_by_hand_is_looked_for_first_and_those_alike_are_asked_about() {
        var someone = SomePerson.anew().born(born).ringing("07700 900123");
        var held = edits.create(someone.details());
        assertThat(entering.likely(someone.details()).people()).extracting(Person::id).contains(held);

        var entered = entering.enter(someone.details(), "She is at the desk and has no papers");
        assertThat(queue.ofPair(held, entered)).isPositive();
        assertThat(entering.likely(SomePerson.anew().details()).people()).isEmpty();
    }

    private void external(long id, String reference, LocalDate day) {
        edits.external(id, version(id), new NewExternalRecord(ExternalKind.INTELLIGENCE, "PND", reference, day, "Seen"));
    }

    private void relate(long id, long other, LocalDate from, LocalDate to, String note) {
        edits.relate(id, version(id), new NewRelationship(other, RelationshipKind.PARTNER, from, to, note));
    }

    private static PersonCore with(PersonCore core, String language, SafeContact contact, String description) {
        return new PersonCore(
                core.policeEmployee(), core.sex(), language, null, contact, description, core.limits(), core.retention(),
                core.createdAt());
    }

    private static Address home(String line, String postcode, boolean isProtected) {
        return new Address(line, postcode, null, null, isProtected);
    }

    private long link(SomePerson someone) {
        var party = someone.in(SomePerson.someCall(), 0);
        transactions.run(() -> intake.link(List.of(new PersonIntake.PartiesOf(party.subject(), List.of(party))), NOON));
        return entering.likely(someone.details()).people().getFirst().id();
    }

    private List<HeldPart<Address>> addresses(long id) {
        return person(id).parts(Address.class);
    }

    private int version(long id) {
        return person(id).version();
    }

    private Person person(long id) {
        return reads.inFull(Viewer.engine(), reads.survivorOf(id).orElseThrow(), NOON).orElseThrow();
    }

    private static void refused(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(InvalidInputException.class);
    }
}
