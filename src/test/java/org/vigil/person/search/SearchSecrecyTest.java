package org.vigil.person.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.person.MarkerType;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonIntake;
import org.vigil.person.PersonMatches;
import org.vigil.person.PersonPart;
import org.vigil.person.SomePerson;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.security.Account;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** What a search must not tell, and what it must not forget. */
@VigilTest
@SignedIn(Duty.RESPONSE)
class SearchSecrecyTest {

    @Autowired
    private SearchService search;

    @Autowired
    private PersonIndex index;

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonMatches matches;

    @Autowired
    private PersonReads people;

    @Autowired
    private LinkStore links;

    @Autowired
    private Staff staff;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private TestClock clock;

    private final String family = SomePerson.letters();
    private Known known;
    private @Nullable Account specialist;

    @BeforeEach
    void a_day_in_march() {
        clock.pin("2026-03-03T12:00:00Z");
        known = new Known(databases, index, transactions);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void a_place_where_somebody_hides_does_not_show_through_an_open_row_of_the_same() {
        var person = asSpecialist(() -> edits.create(SomePerson.called("Orla", family)
                .at("9 Veiled Mews", "ZV9 9ZZ").at("3 Open Row", "ZV4 1AA").details()));
        assertThat(ids("ZV9 9ZZ")).contains(person);

        hide(person, "9 Veiled Mews", "ZV9 9ZZ");

        assertThat(ids("ZV9 9ZZ")).doesNotContain(person);
        assertThat(ids("9 Veiled Mews")).doesNotContain(person);
        assertThat(ids(family + " ZV9")).contains(person);
        assertThat(hit(family + " ZV9", person).reasons()).doesNotContain("Postcode area");
        assertThat(addresses("orla " + family, person)).containsExactly("3 Open Row, ZV4 1AA");
    }

    @Test
    void nor_through_a_row_of_only_its_postcode() {
        var person = asSpecialist(() -> edits.create(SomePerson.called("Olga", family).at(null, "ZV8 8ZZ").details()));

        hide(person, "7 Veiled Mews", "ZV8 8ZZ");

        assertThat(ids("ZV8 8ZZ")).doesNotContain(person);
        assertThat(addresses("olga " + family, person)).isEmpty();
    }

    @Test
    void nor_through_a_record_that_is_merged_later() {
        var hides = asSpecialist(() -> edits.create(SomePerson.called("Odile", family).details()));
        hide(hides, "5 Veiled Mews", "ZV7 7ZZ");
        var twin = asSpecialist(() ->
                edits.create(SomePerson.called("Odile", family).at("5 Veiled Mews", "ZV7 7ZZ").details()));
        assertThat(ids("5 Veiled Mews")).contains(twin);

        asSpecialist(() -> matches.merge(twin, hides, "The same by fingerprint"));

        assertThat(ids("5 Veiled Mews")).doesNotContain(hides, twin);
        assertThat(ids("ZV7 7ZZ")).doesNotContain(hides, twin);
        assertThat(addresses("odile " + family, hides)).isEmpty();
    }

    @Test
    void nor_through_what_a_feed_says_while_it_is_being_hidden() throws Exception {
        var someone = SomePerson.called("Odette", family).born(SomePerson.day().toString());
        var call = SomePerson.someCall();
        link(call, someone);
        var person = links.of(call.type(), call.id()).getFirst().personId();
        var feed = Executors.newSingleThreadExecutor();
        try {
            Future<?> said = asSpecialist(() -> transactions.call(() -> {
                hide(person, "6 Veiled Mews", "ZV6 6ZZ");
                var saying = feed.submit(() -> link(SomePerson.someCall(), someone.at("6 Veiled Mews", "ZV6 6ZZ")));
                Waiting.forPerson(databases);
                return saying;
            }));
            said.get(20, TimeUnit.SECONDS);
        } finally {
            feed.shutdown();
        }

        assertThat(ids("ZV6 6ZZ")).doesNotContain(person);
        assertThat(addresses("odette " + family, person)).isEmpty();
    }

    @Test
    @SignedIn(Duty.DECIDER)
    void who_the_parties_of_a_call_are_is_told_only_to_those_who_may_open_it() {
        var given = SomePerson.letters();
        var reference = linked(given);

        assertThat(ids(given + " " + family)).hasSize(1);
        assertThat(search.search(reference, 20).hits()).isEmpty();
    }

    @Test
    void whoever_may_open_the_call_sees_that_it_is_the_reason() {
        var reference = linked(SomePerson.letters());

        assertThat(search.search(reference.toLowerCase(Locale.UK), 20).hits().getFirst().reasons())
                .contains("Named in call " + reference);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void how_many_are_restricted_can_not_be_counted(int limit) {
        var given = SomePerson.letters();
        for (var one = 0; one < 4; one++) {
            known.as(given, family).restricted("RESTRICTED").keep();
            known.as(given, family).keep();
        }

        var answer = search.search(given + " " + family, limit);

        assertThat(answer.hits()).hasSize(limit).noneMatch(SearchHit::restricted);
        assertThat(answer.more()).isEqualTo(limit < 4);
        assertThat(answer.restricted()).isNotNull();
    }

    @Test
    void a_restricted_person_who_has_a_row_needs_no_notice_and_one_who_has_none_can_be_opened_with_a_reason() {
        var armed = known.as("Osric", family).restricted("RESTRICTED").keep();
        known.warn(armed, MarkerType.WEAPONS);
        assertThat(search.search("osric " + family, 20).restricted()).isNull();

        var other = known.as("Osbert", family).restricted("RESTRICTED").keep();
        var notice = search.search("osbert " + family, 20).restricted();
        assertThat(notice).isNotNull();
        assertThat(notice.path()).isEqualTo("people/" + other);
    }

    @Test
    void a_sealed_record_ends_no_search_for_others() {
        // Found one slip away, it would keep the one who is two away from being looked for.
        known.as("Quentinus", "Strablowitz" + family).restricted("SEALED").keep();
        var far = known.as("Quentinus", "Srtablowizt" + family).keep();

        assertThat(ids("quentinus strablowitz" + family)).contains(far);
    }

    @Test
    void the_owner_of_a_sealed_record_is_told_after_the_answer() {
        var person = known.as("Cassia", family).restricted("SEALED").keep();

        search.search("cassia " + family, 20);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        count("SELECT COUNT(*) FROM alert WHERE kind = 'PERSON_SEALED_SOUGHT' AND subject_id = ?", person))
                .isEqualTo(1));
    }

    @Test
    void what_was_shown_is_logged_though_the_field_was_emptied_before_it_settled() {
        var person = known.as("Isaura", family).keep();
        var viewing = new SearchViewing();
        search.look("isaura " + family, 20, viewing);
        search.look("", 20, viewing);

        search.settle(viewing);

        assertThat(count("SELECT COUNT(*) FROM audit_shown WHERE subject_type = 'PERSON' AND subject_id = ?", person)).isEqualTo(1);
        assertThat(terms(person)).isEqualTo("isaura " + family);
    }

    @Test
    void every_query_that_showed_somebody_is_kept_and_whom_each_would_have_shown() {
        var shown = known.as("Ilse", family).keep();
        var sealed = known.as("Ignatia", family).restricted("SEALED").keep();
        var viewing = new SearchViewing();
        search.look("ilse " + family, 20, viewing);
        search.look("ignatia " + family, 20, viewing);
        search.look("ilse zzq" + family, 20, viewing);

        search.settle(viewing);

        assertThat(terms(shown)).contains("ilse " + family, "ignatia " + family);
        assertThat(count("SELECT COUNT(*) FROM alert WHERE kind = 'PERSON_SEALED_SOUGHT' AND subject_id = ?", sealed)).isEqualTo(1);
    }

    private String linked(String given) {
        var reference = "CAD-78-" + given.toUpperCase(Locale.UK) + "-" + family.toUpperCase(Locale.UK) + "-1";
        known.change("INSERT INTO incident (source, reference, changed_at, taken_in_at, content_hash, received_at,"
                + " domestic_abuse, flagged, flag_removed, lowered, times_impossible) VALUES ('SEARCH', ?, '2026-01-01',"
                + " '2026-01-01', 'x', '2026-01-01', TRUE, TRUE, FALSE, FALSE, FALSE)", reference);
        var call = new SubjectRef(
                SubjectType.INCIDENT, count("SELECT id FROM incident WHERE reference = ?", reference), reference);
        transactions.run(() -> intake.link(
                List.of(new PersonIntake.PartiesOf(call, List.of(SomePerson.called(given, family).in(call, 0)))),
                clock.instant()));
        return reference;
    }

    private void hide(long person, String line, String postcode) {
        asSpecialist(() -> {
            var version = people.inFull(Viewer.engine(), person, clock.instant()).orElseThrow().version();
            edits.add(person, version, new PersonPart.Address(line, postcode, null, null, true));
            return person;
        });
    }

    private void link(SubjectRef call, SomePerson someone) {
        var party = someone.in(call, 0);
        transactions.run(() -> intake.link(
                List.of(new PersonIntake.PartiesOf(party.subject(), List.of(party))), clock.instant()));
    }

    private <T> T asSpecialist(Supplier<T> work) {
        return staff.as(specialist == null ? specialist = staff.someone(Duty.SPECIALIST) : specialist, work);
    }

    private List<Long> ids(String query) {
        return search.search(query, 20).hits().stream().map(SearchHit::personId).toList();
    }

    private List<String> addresses(String query, long person) {
        return hit(query, person).addresses().stream().map(MarkedText::text).toList();
    }

    private SearchHit hit(String query, long person) {
        return search.search(query, 20).hits().stream()
                .filter(hit -> hit.personId() == person)
                .findFirst()
                .orElseThrow();
    }

    private String terms(long person) {
        return read("SELECT v.after_value FROM audit_value v JOIN audit_shown s ON s.entry_id = v.entry_id"
                + " WHERE v.field = 'terms' AND s.subject_type = 'PERSON' AND s.subject_id = ?", person);
    }

    private int count(String sql, Object value) {
        return Integer.parseInt(read(sql, value));
    }

    private String read(String sql, Object value) {
        try (var owner = databases.asOwner(); var statement = owner.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
