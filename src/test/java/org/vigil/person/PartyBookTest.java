package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobDetail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.vigil.db.Transactions;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.NamedPartiesDue;
import org.vigil.person.data.PersonReads;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.security.Account;
import org.vigil.security.EngineScope;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class PartyBookTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private PartyBook book;

    @Autowired
    private PeopleOfParties people;

    @Autowired
    private NamedPartiesDue due;

    @Autowired
    private LinkStore links;

    @Autowired
    private PersonReads reads;

    @Autowired
    private PersonAccess access;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private Transactions transactions;

    @Autowired
    private CurrentViewer viewers;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @Autowired
    @Qualifier("peopleOfPartiesJob")
    private JobDetail job;

    private final SubjectRef record = new SubjectRef(
            SubjectType.CASE, Math.abs(new Random().nextLong() % 1_000_000_000_000L) + 1, "CASE-" + SomePerson.letters());
    private final NamedPerson her = somebody("Ann");
    private final NamedPerson him = somebody("Ben");
    private Account supervisor;
    private Account outsider;

    @BeforeEach
    void pin_the_clock() {
        clock.pin(NOON);
        supervisor = staff.someone(Duty.SUPERVISOR);
        outsider = staff.someone(Duty.RESPONSE);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void whom_a_record_names_become_people_and_saying_the_same_again_changes_nothing() {
        say(party(0, "VICTIM", her), party(1, "SUSPECT", him));
        assertThat(isDue()).isTrue();
        match();
        assertThat(isDue()).isFalse();
        assertThat(links.of(SubjectType.CASE, record.id())).extracting(PersonLink::role).containsExactly("VICTIM", "SUSPECT");

        say(party(1, "SUSPECT", him), party(0, "VICTIM", her));
        assertThat(isDue()).isFalse();
        assertThat(shown(outsider)).extracting(ShownParty::name).containsExactly(her.name(), him.name());
        assertThat(shown(outsider)).extracting(ShownParty::person).doesNotContainNull();
    }

    @Test
    void more_that_is_said_of_a_party_is_said_of_the_same_person() {
        say(party(0, "VICTIM", her), party(1, "SUSPECT", him));
        match();
        var before = shown(outsider).getLast().person();
        say(party(0, "VICTIM", her), party(1, "SUSPECT", new NamedPerson(
                him.givenName(), him.familyName(), him.dateOfBirth(), "M", "07700 900118", null, List.of())));
        match();
        assertThat(shown(outsider).getLast().person()).isEqualTo(before);
    }

    @Test
    void nobody_is_named_until_it_is_known_who_they_are() {
        say(party(0, "VICTIM", her));
        assertThat(shown(outsider)).singleElement().matches(ShownParty::heldBack);
        assertThat(shown(outsider).getFirst().name()).isEqualTo("Name is being checked");
    }

    @Test
    void of_somebody_restricted_others_learn_only_that_they_can_ask_and_where_one_is_sealed_nobody_is_named() {
        say(party(0, "VICTIM", her), party(1, "SUSPECT", him));
        match();
        var victim = limit(0, Restriction.RESTRICTED);
        assertThat(shown(outsider)).extracting(ShownParty::name).containsExactly("Restricted: ask", him.name());
        assertThat(shown(outsider).getFirst().person()).isEqualTo(victim);
        assertThat(shown(outsider).getFirst().said()).isNull();
        assertThat(shown(supervisor)).extracting(ShownParty::name).containsExactly(her.name(), him.name());

        limit(1, Restriction.SEALED);
        assertThat(shown(outsider)).allMatch(party -> party.heldBack() && party.person() == null && party.said() == null)
                .hasSize(2);
    }

    @Test
    void a_protected_address_shows_to_nobody() {
        say(party(0, "VICTIM", her));
        match();
        var id = links.of(SubjectType.CASE, record.id()).getFirst().personId();
        assertThat(shown(supervisor).getFirst().said().address()).isEqualTo(her.address());
        staff.as(supervisor, () -> edits.add(id, version(id), new PersonPart.Address(
                her.address().line(), her.address().postcode(), null, null, true)));
        assertThat(shown(supervisor).getFirst().said().address()).isNull();
        assertThat(shown(supervisor).getFirst().name()).isEqualTo(her.name());
    }

    @Test
    void who_was_erased_from_a_record_stays_so_when_a_feed_repeats_them() {
        say(party(0, "VICTIM", her), party(1, "SUSPECT", him));
        match();
        var his = links.of(SubjectType.CASE, record.id()).getLast();
        assertThat(transactions.call(() -> book.erase(record, List.of(his), NOON))).isEqualTo(1);
        assertThat(said()).extracting(each -> each.person().name()).containsExactly(her.name(), "Erased person");

        say(party(0, "VICTIM", her), party(1, "SUSPECT", him));
        assertThat(said()).extracting(each -> each.person().name()).containsExactly(her.name(), "Erased person");
        match();
        assertThat(shown(supervisor)).extracting(ShownParty::name).containsExactly(her.name(), "Erased person");
    }

    @Test
    void the_job_is_scheduled_under_its_name() {
        assertThat(job.getKey().getName()).isEqualTo("people-of-parties");
    }

    private void say(NamedParty... parties) {
        transactions.run(() -> book.replace(record, List.of(parties), NOON));
    }

    private void match() {
        while (isDue()) {
            EngineScope.run(() -> assertThat(people.run(NOON).failed()).isZero());
        }
    }

    private boolean isDue() {
        return !due.stillDue(SubjectType.CASE, List.of(record.id())).isEmpty();
    }

    private List<NamedParty> said() {
        return book.of(SubjectType.CASE, List.of(record.id())).get(record.id());
    }

    private List<ShownParty> shown(Account account) {
        return staff.as(account, () -> book.shown(viewers.get(), SubjectType.CASE, List.of(record.id()), NOON)).get(record.id());
    }

    private int version(long id) {
        return reads.inFull(Viewer.engine(), id, NOON).orElseThrow().version();
    }

    private long limit(int place, Restriction how) {
        var id = links.of(SubjectType.CASE, record.id()).get(place).personId();
        staff.as(supervisor, () -> access.limit(
                id, version(id), new Limits(how, "A matter of the family", Duty.SUPERVISOR, null)));
        return id;
    }

    private static NamedParty party(int place, String role, NamedPerson person) {
        return new NamedParty(place, role, person);
    }

    private static NamedPerson somebody(String given) {
        return new NamedPerson(
                given + SomePerson.letters(), SomePerson.letters(), SomePerson.day(), null, null,
                new NamedAddress("4 " + SomePerson.letters() + " Lane", SomePerson.postcode()), List.of());
    }
}
