package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Viewer;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class PersonIntakeTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonParties parties;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonReads reads;

    @Autowired
    private LinkStore links;

    @Autowired
    private MatchStore queue;

    @Autowired
    private Transactions transactions;

    private final String born = SomePerson.day().toString();
    private final SubjectRef first = SomePerson.someCall();
    private final SubjectRef second = SomePerson.someCall();
    private final SubjectRef third = SomePerson.someCall();

    @Test
    void a_stranger_becomes_a_person_with_all_that_was_said() {
        link(first, SomePerson.called("Ann" + SomePerson.letters(), "Ashe").born(born).ringing("07700 900123")
                .at("4 Mill Lane", "PR1 2AB").sexed(Sex.FEMALE));
        var person = person(first, 0);
        assertThat(person.name()).endsWith("Ashe");
        assertThat(person.core().sex()).isEqualTo(Sex.FEMALE);
        assertThat(person.parts(PersonPart.Birth.class)).singleElement()
                .satisfies(held -> assertThat(held.part().words()).isEqualTo(new PersonPart.Birth(BirthDate.of(LocalDate.parse(born))).words()));
        assertThat(person.parts(PersonPart.Phone.class)).hasSize(1);
        assertThat(person.parts(PersonPart.Address.class)).hasSize(1);
    }

    @Test
    void the_same_person_in_two_calls_is_one_and_linked_to_both() {
        var someone = SomePerson.anew().born(born).at("4 Mill Lane", "PR1 2AB");
        link(first, someone);
        link(second, someone);
        assertThat(linked(second, 0)).isEqualTo(linked(first, 0));
        assertThat(links.ofPeople(List.of(linked(first, 0)))).hasSize(2);
    }

    @Test
    void taking_the_same_again_changes_nothing() {
        var someone = SomePerson.anew().born(born);
        link(first, someone);
        var before = links.of(first.type(), first.id());
        link(first, someone);
        assertThat(links.of(first.type(), first.id())).isEqualTo(before);
        assertThat(person(first, 0).parts()).hasSize(2);
    }

    @Test
    void a_party_that_moves_in_the_list_stays_who_it_was() {
        var one = SomePerson.anew().born(born);
        var other = SomePerson.anew().born("1985-11-30");
        link(first, one, other);
        var was = linked(first, 0);
        link(first, other, one);
        assertThat(linked(first, 1)).isEqualTo(was);
    }

    @Test
    void a_party_that_is_no_longer_named_is_no_longer_linked() {
        link(first, SomePerson.anew(), SomePerson.anew());
        link(first);
        assertThat(links.of(first.type(), first.id())).isEmpty();
    }

    @Test
    void more_said_of_a_party_is_added_to_the_person() {
        var someone = SomePerson.anew().born(born);
        link(first, someone);
        var was = linked(first, 0);
        link(first, someone.ringing("07700 900456"));
        assertThat(linked(first, 0)).isEqualTo(was);
        assertThat(person(first, 0).parts(PersonPart.Phone.class)).hasSize(1);
    }

    @Test
    void unknown_unknown_is_nobody() {
        link(first, SomePerson.called("Unknown", "unknown").born("1900-01-01"));
        assertThat(links.of(first.type(), first.id())).isEmpty();
    }

    @Test
    void a_feed_never_brings_back_what_an_officer_found_wrong() {
        var someone = SomePerson.anew().born(born).ringing("07700 900123");
        link(first, someone);
        var person = person(first, 0);
        var phone = person.parts(PersonPart.Phone.class).getFirst();
        edits.end(person.id(), person.version(), PersonPart.Phone.class, phone.id(), PartState.WRONG, "Not theirs");
        link(second, someone);
        assertThat(linked(second, 0)).isEqualTo(person.id());
        assertThat(person(second, 0).parts(PersonPart.Phone.class))
                .singleElement()
                .satisfies(held -> assertThat(held.state()).isEqualTo(PartState.WRONG));
    }

    @Test
    void a_party_that_an_officer_linked_stays_linked_whatever_else_the_feed_says_of_it() {
        var party = SomePerson.anew().born(born);
        link(first, party);
        var rightly = edits.create(SomePerson.anew().details());
        parties.say(party.in(first, 0), rightly, "She told me herself");
        link(first, SomePerson.anew(), party.ringing("07700 900123"));
        assertThat(linked(first, 1)).isEqualTo(rightly);
    }

    @Test
    void somebody_else_at_the_place_of_a_party_that_an_officer_linked_is_somebody_else() {
        var party = SomePerson.anew();
        link(first, party);
        var anna = edits.create(SomePerson.anew().born(born).details());
        parties.say(party.in(first, 0), anna, "She told me herself");
        link(first, SomePerson.anew().born("1985-11-30").as("SUSPECT"));
        assertThat(linked(first, 0)).isNotEqualTo(anna);
        assertThat(reads.inFull(Viewer.engine(), anna, NOW).orElseThrow().parts()).hasSize(3);
    }

    @Test
    void a_sister_of_one_home_at_the_place_of_a_party_is_somebody_else() {
        var family = "Pen" + SomePerson.letters();
        var street = "14 " + SomePerson.letters() + " Lane";
        link(first, SomePerson.called("Ann" + family, family).born(born).at(street, "PR1 2AB").ringing("01772 900123"));
        var ann = linked(first, 0);
        link(first, SomePerson.called("Jo" + SomePerson.letters(), family).born("1992-08-01").at(street, "PR1 2AB").ringing("01772 900123"));
        assertThat(linked(first, 0)).isNotEqualTo(ann);
        assertThat(reads.inFull(Viewer.engine(), ann, NOW).orElseThrow().parts(PersonPart.Name.class)).hasSize(1);
    }

    @Test
    void a_party_of_a_common_name_of_whom_more_is_said_later_stays_one_person() {
        link(first, SomePerson.called("John", "Smith"));
        var was = linked(first, 0);
        link(first, SomePerson.anew().as("SUSPECT"), SomePerson.called("John", "Smith").born("1971-03-09"));
        assertThat(linked(first, 1)).isEqualTo(was);
    }

    @Test
    void a_victim_and_a_suspect_of_one_call_are_never_one_person() {
        var number = "99/" + Math.abs(SomePerson.letters().hashCode() % 1_000_000) + "X";
        var someone = SomePerson.anew().born(born).at("4 Mill Lane", "PR1 2AB").known(IdentifierScheme.PNC, number);
        link(first, someone);
        link(second, someone.as("VICTIM"), SomePerson.called(someone.name().given(), someone.name().family())
                .born(born).at("4 Mill Lane", "PR1 2AB").known(IdentifierScheme.PNC, number).as("SUSPECT"));
        assertThat(linked(second, 0)).isEqualTo(linked(first, 0));
        assertThat(linked(second, 1)).isNotEqualTo(linked(second, 0));
        assertThat(queue.byId(queue.ofPair(linked(second, 0), linked(second, 1))).orElseThrow().state())
                .isEqualTo(MatchState.QUEUED);
        link(third, someone);
        assertThat(reads.survivorOf(linked(second, 1))).hasValue(linked(second, 1));
    }

    @Test
    void a_caller_who_is_the_victim_is_one_person() {
        var someone = SomePerson.anew().born(born).at("4 Mill Lane", "PR1 2AB");
        var caller = SomePerson.called(someone.name().given(), someone.name().family()).born(born).as("CALLER");
        link(first, someone, caller.at("4 Mill Lane", "PR1 2AB"));
        assertThat(linked(first, 1)).isEqualTo(linked(first, 0));
    }

    @Test
    void who_fits_two_that_an_officer_told_apart_is_put_to_an_officer() {
        var given = "Tam" + SomePerson.letters();
        var family = "Pen" + SomePerson.letters();
        var one = edits.create(SomePerson.called(given, family).born(born).details());
        var other = edits.create(SomePerson.called(given, family).born(born).ringing("07700 900123").details());
        transactions.run(() -> {
            queue.queue(one, other, 9, NOW);
            queue.decide(queue.ofPair(one, other), MatchState.NOT_SAME, null, null, NOW);
        });
        link(first, SomePerson.called(given, family).born(born).ringing("07700 900123"));
        assertThat(linked(first, 0)).isNotIn(one, other);
        assertThat(queue.byId(queue.ofPair(linked(first, 0), one)).orElseThrow().state()).isEqualTo(MatchState.QUEUED);
        assertThat(queue.byId(queue.ofPair(linked(first, 0), other)).orElseThrow().state()).isEqualTo(MatchState.QUEUED);
    }

    @Test
    void people_of_whom_it_is_recorded_what_they_are_to_each_other_are_not_merged() {
        var given = "Tam" + SomePerson.letters();
        var family = "Pen" + SomePerson.letters();
        var one = edits.create(SomePerson.called(given, family).born(born).details());
        var other = edits.create(SomePerson.called(given, family).born(born).ringing("07700 900123").details());
        edits.relate(one, 0, new NewRelationship(other, RelationshipKind.OTHER_FAMILY, null, null, "Cousins"));
        link(first, SomePerson.called(given, family).born(born).ringing("07700 900123"));
        assertThat(reads.survivorOf(one)).hasValue(one);
        assertThat(reads.survivorOf(other)).hasValue(other);
    }

    @Test
    void scripts_and_statements_in_names_are_only_names() {
        link(first, SomePerson.called("<img src=x onerror=alert(1)>" + SomePerson.letters(), "Robert'); DROP TABLE person;--"));
        assertThat(person(first, 0).name()).contains("<img").contains("DROP TABLE");
    }

    private void link(SubjectRef subject, SomePerson... people) {
        var parties = new java.util.ArrayList<PersonParty>();
        for (var person : people) {
            parties.add(person.in(subject, parties.size()));
        }
        transactions.run(() -> intake.link(List.of(new PersonIntake.PartiesOf(subject, parties)), NOW));
    }

    private long linked(SubjectRef subject, int place) {
        return links.of(subject.type(), subject.id()).stream()
                .filter(link -> link.place() == place)
                .findFirst()
                .orElseThrow()
                .personId();
    }

    private Person person(SubjectRef subject, int place) {
        return reads.inFull(Viewer.engine(), reads.survivorOf(linked(subject, place)).orElseThrow(), NOW)
                .orElseThrow();
    }
}
