package org.vigil.person.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.db.Transactions;
import org.vigil.person.FlagSystem;
import org.vigil.person.MarkerType;
import org.vigil.person.NewFlag;
import org.vigil.person.NewMarker;
import org.vigil.person.Person;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonFlags;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonMeasure;
import org.vigil.person.SomePerson;
import org.vigil.person.data.PersonReads;
import org.vigil.person.search.data.IndexSource;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** A row of results says what is held of somebody now, whoever wrote it and when. */
@VigilTest
@SignedIn(Duty.SPECIALIST)
class SearchCardTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @Autowired
    private SearchService search;

    @Autowired
    private PersonIndex index;

    @Autowired
    private IndexSource source;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonFlags flags;

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonReads people;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    private final String family = SomePerson.letters();

    @BeforeEach
    void a_day_in_march() {
        clock.pin("2026-03-03T12:00:00Z");
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_warning_is_in_the_row_once_it_is_set_and_gone_once_it_is_ended() {
        var person = edits.create(SomePerson.called("Ines", family).details());

        flags.mark(person, version(person), knife());
        assertThat(row(person).warnings()).containsExactly("Weapons");

        flags.unmark(person, version(person), person(person).markers().getFirst().id(), "It was somebody else's");
        assertThat(row(person).warnings()).isEmpty();
    }

    @Test
    void a_flag_is_in_the_row_until_another_system_has_it() {
        var person = edits.create(SomePerson.called("Ines", family).details());

        flags.ask(person, version(person), new NewFlag(FlagSystem.PNC, "Domestic abuse marker", "Two arrests this month"));
        assertThat(row(person).measures()).extracting(PersonMeasure::kind).contains("Flag to be chased");

        flags.set(person, version(person), person(person).flags().getFirst().id(), "PNC entry 26/1");
        assertThat(row(person).measures()).isEmpty();
    }

    @Test
    void somebody_whom_the_index_has_still_to_be_made_for_is_shown_from_where_they_are_held() throws Exception {
        var person = edits.create(
                SomePerson.called("Ines", family).born("1984-03-12").at("14 Cuckoo Lane", "PR7 4QX").details());
        flags.mark(person, version(person), knife());
        var whole = row(person);
        try (var owner = databases.asOwner();
                var delete = owner.prepareStatement("DELETE FROM search_card WHERE person_id = " + person)) {
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }

        assertThat(row(person)).isEqualTo(whole);
    }

    @Test
    void what_an_officer_and_a_feed_say_of_one_person_at_the_same_time_is_all_in_the_row() throws Exception {
        var someone = SomePerson.called("Ines", family).born(SomePerson.day().toString());
        link(someone);
        var person = search.search("ines " + family, 20).hits().getFirst().personId();
        var feed = Executors.newSingleThreadExecutor();
        try {
            Future<?> said = transactions.call(() -> {
                flags.mark(person, version(person), knife());
                var saying = feed.submit(() -> link(someone.ringing("07700 900118")));
                Waiting.forPerson(databases);
                return saying;
            });
            said.get(20, TimeUnit.SECONDS);
        } finally {
            feed.shutdown();
        }

        var row = search.search("07700 900118 ines " + family, 20).hits().getFirst();
        assertThat(row.personId()).isEqualTo(person);
        assertThat(row.warnings()).containsExactly("Weapons");
        assertThat(row.phones()).hasSize(1);
    }

    @Test
    void what_is_written_while_the_index_is_made_anew_is_in_the_row() throws Exception {
        var person = edits.create(SomePerson.called("Ines", family).details());
        var officer = Executors.newSingleThreadExecutor();
        var signedIn = SecurityContextHolder.getContext();
        try {
            Future<?> marked = transactions.call(() -> {
                source.read(List.of(person));
                var marking = officer.submit(() -> {
                    SecurityContextHolder.setContext(signedIn);
                    flags.mark(person, version(person), knife());
                });
                Waiting.forPerson(databases);
                index.follow(List.of(person));
                return marking;
            });
            marked.get(20, TimeUnit.SECONDS);
        } finally {
            officer.shutdown();
        }

        assertThat(row(person).warnings()).containsExactly("Weapons");
    }

    private void link(SomePerson someone) {
        var party = someone.in(SomePerson.someCall(), 0);
        transactions.run(() -> intake.link(
                List.of(new PersonIntake.PartiesOf(party.subject(), List.of(party))), clock.instant()));
    }

    private static NewMarker knife() {
        return new NewMarker(MarkerType.WEAPONS, "A knife under the bed", TODAY, TODAY.plusYears(1));
    }

    private SearchHit row(long person) {
        return search.search("ines " + family, 20).hits().stream()
                .filter(hit -> hit.personId() == person)
                .findFirst()
                .orElseThrow();
    }

    private int version(long person) {
        return person(person).version();
    }

    private Person person(long person) {
        return people.inFull(Viewer.engine(), person, clock.instant()).orElseThrow();
    }
}
