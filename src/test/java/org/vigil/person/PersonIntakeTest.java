package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.person.data.LinkStore;
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
    private Transactions transactions;

    private final SubjectRef first = SomePerson.someCall();
    private final SubjectRef second = SomePerson.someCall();

    @Test
    void a_stranger_becomes_a_person_with_all_that_was_said() {
        link(first, SomePerson.called("Ann" + SomePerson.letters(), "Ashe").born("1990-05-17").ringing("07700 900123")
                .at("4 Mill Lane", "PR1 2AB").sexed(Sex.FEMALE));
        var person = person(first, 0);
        assertThat(person.name()).endsWith("Ashe");
        assertThat(person.core().sex()).isEqualTo(Sex.FEMALE);
        assertThat(person.parts(PersonPart.Birth.class)).singleElement()
                .satisfies(held -> assertThat(held.part().words()).isEqualTo("17 May 1990"));
        assertThat(person.parts(PersonPart.Phone.class)).hasSize(1);
        assertThat(person.parts(PersonPart.Address.class)).hasSize(1);
    }

    @Test
    void the_same_person_in_two_calls_is_one_and_linked_to_both() {
        var someone = SomePerson.anew().born("1990-05-17").at("4 Mill Lane", "PR1 2AB");
        link(first, someone);
        link(second, someone);
        assertThat(linked(second, 0)).isEqualTo(linked(first, 0));
        assertThat(links.ofPeople(List.of(linked(first, 0)))).hasSize(2);
    }

    @Test
    void taking_the_same_again_changes_nothing() {
        var someone = SomePerson.anew().born("1990-05-17");
        link(first, someone);
        var before = links.of(first.type(), first.id());
        link(first, someone);
        assertThat(links.of(first.type(), first.id())).isEqualTo(before);
        assertThat(person(first, 0).parts()).hasSize(2);
    }

    @Test
    void a_party_that_moves_in_the_list_stays_who_it_was() {
        var one = SomePerson.anew().born("1990-05-17");
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
        var someone = SomePerson.anew().born("1990-05-17");
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
        var someone = SomePerson.anew().born("1990-05-17").ringing("07700 900123");
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
    void a_party_that_an_officer_linked_stays_linked_whatever_the_feed_says() {
        link(first, SomePerson.anew().born("1990-05-17"));
        var rightly = edits.create(SomePerson.anew().details());
        parties.say(SomePerson.anew().in(first, 0), rightly, "She told me herself");
        link(first, SomePerson.anew().born("1985-11-30"));
        assertThat(linked(first, 0)).isEqualTo(rightly);
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
