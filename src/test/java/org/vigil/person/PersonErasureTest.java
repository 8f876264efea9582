package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.db.generated.Tables.AUDIT_ENTRY;
import static org.vigil.db.generated.Tables.AUDIT_VALUE;
import static org.vigil.db.generated.Tables.INCIDENT_PARTY;
import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.incident.CallFixture.aCall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.audit.AuditVerifier;
import org.vigil.audit.VerificationProgress;
import org.vigil.incident.CallFixture;
import org.vigil.incident.IncidentIntake;
import org.vigil.incident.IncidentService;
import org.vigil.incident.PartyRole;
import org.vigil.incident.jobs.PeopleOfCalls;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.PersonReads;
import org.vigil.person.jobs.ErasedValues;
import org.vigil.person.jobs.RetentionWork;
import org.vigil.person.search.SearchService;
import org.vigil.security.Account;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class PersonErasureTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2010-03-03T12:00:00Z");

    @Autowired
    private PersonErasure erasure;

    @Autowired
    private PersonRetention retention;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonFlags flags;

    @Autowired
    private PersonAccess access;

    @Autowired
    private PersonMatches merging;

    @Autowired
    private PersonService people;

    @Autowired
    private PersonReads reads;

    @Autowired
    private LinkStore links;

    @Autowired
    private MatchStore queue;

    @Autowired
    private SearchService search;

    @Autowired
    private ErasedValues values;

    @Autowired
    private RetentionWork night;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private IncidentIntake intake;

    @Autowired
    private IncidentService calls;

    @Autowired
    private PeopleOfCalls peopleOfCalls;

    @Autowired
    private org.vigil.db.Transactions transactions;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private final String run = SomePerson.letters();
    private final String reference = "E" + run;
    private final String given = SomePerson.letters();
    private final String family = SomePerson.letters();
    private Account supervisor;
    private long person;
    private long other;

    @BeforeEach
    void somebody_whom_an_old_call_names() {
        clock.pin(NOON);
        supervisor = staff.someone(Duty.SUPERVISOR);
        send(call());
        var linked = links.of(SubjectType.INCIDENT, callId());
        person = linked.getFirst().personId();
        other = linked.getLast().personId();
        as(() -> edits.add(person, version(person), new PersonPart.Email(given + "@example.org", null)));
        as(() -> edits.answer(person, version(person), Characteristic.RELIGION, Answer.GIVEN, "Quaker", ""));
        as(() -> edits.relate(person, version(person),
                new NewRelationship(other, RelationshipKind.FORMER_PARTNER, null, null, null)));
        as(() -> flags.mark(person, version(person), new NewMarker(
                MarkerType.DOGS, "Bites", LocalDate.of(2026, 3, 3), LocalDate.of(2027, 3, 3))));
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @ParameterizedTest
    @EnumSource(ErasureKind.class)
    void an_erased_person_is_found_nowhere_and_the_other_party_stays(ErasureKind kind) {
        var certificate = erase(kind);

        assertThat(staff.as(supervisor, () -> people.look(person, true))).isEmpty();
        assertThat(staff.as(supervisor, () -> search.search(given + " " + family, 20)).hits())
                .noneMatch(hit -> hit.toString().contains(Long.toString(person)));
        for (var table : List.of("person_name", "person_birth", "person_identifier", "person_phone", "person_email",
                "person_address", "person_marker", "person_characteristic", "person_relationship", "person_block",
                "search_name", "search_place")) {
            assertThat(count("SELECT COUNT(*) FROM " + table + " WHERE person_id = " + person)).as(table).isZero();
        }
        assertThat(party(0)).isEqualTo("null Erased person null null");
        assertThat(party(1)).contains("Aldous" + run);
        assertThat(staff.as(supervisor, () -> people.look(other, true))).isPresent();
        assertThat(certificate.counts()).containsEntry(ErasedData.NAMES, 1).containsEntry(ErasedData.PARTIES, 1)
                .containsEntry(ErasedData.EMAILS, 1).containsEntry(ErasedData.MARKERS, 1);
        assertThat(links.ofPeople(List.of(person))).hasSize(kind == ErasureKind.ERASED ? 0 : 1);
        peopleOfCalls.run(NOON);
        var shown = staff.as(supervisor, () -> calls.page(callId(), false)).orElseThrow();
        assertThat(shown.heldBack().words()).isEmpty();
        assertThat(shown.call().parties().getFirst().name()).isEqualTo("Erased person");
    }

    @ParameterizedTest
    @EnumSource(ErasureKind.class)
    void a_feed_that_sends_the_call_again_does_not_bring_them_back(ErasureKind kind) {
        erase(kind);
        send(call());
        assertThat(party(0)).isEqualTo("null Erased person null null");
        send(call().describedAs("More is known").changedAt(NOON));
        assertThat(party(0)).isEqualTo("null Erased person null null");
        assertThat(party(1)).contains("Aldous" + run);
        assertThat(links.of(SubjectType.INCIDENT, callId()))
                .extracting(PersonLink::personId)
                .containsExactlyElementsOf(kind == ErasureKind.ERASED ? List.of(other) : List.of(person, other));
        assertThat(count("SELECT COUNT(*) FROM person_name WHERE family_name = '" + family + "'")).isZero();
        assertThat(count("SELECT COUNT(*) FROM person_name WHERE family_name = 'Erased person'")).isZero();
        assertThat(loggedValues("after_value LIKE '%" + family + "%' AND subject_type = 'INCIDENT'")).isZero();
    }

    @Test
    void the_logs_values_about_them_are_gone_and_its_chain_still_verifies() {
        send(call().describedAs("Said otherwise").changedAt(LONG_AGO.plusSeconds(60)));
        send(call().with(PartyRole.WITNESS, "Wit" + run, "Ness" + run).changedAt(LONG_AGO.plusSeconds(120)));
        assertThat(loggedValues("(before_value LIKE '%" + given + "%' OR after_value LIKE '%" + given + "%')")).isPositive();

        var certificate = erase(ErasureKind.ERASED);
        EngineScope.run(() -> assertThat(values.run(NOON).failed()).isZero());

        assertThat(loggedValues("(before_value LIKE '%" + given + "%' OR after_value LIKE '%" + given + "%')")).isZero();
        assertThat(loggedValues("subject_type = 'PERSON' AND subject_id = " + person + " AND erased_by IS NULL")).isZero();
        var read = staff.as(supervisor, () -> erasure.certificate(certificate.id())).orElseThrow();
        assertThat(read.logErasedAt()).isEqualTo(NOON);
        assertThat(read.logEntries()).isPositive();
        assertThat(verifier.verify(Viewer.engine(), VerificationProgress.silent()).problem()).isNull();
        EngineScope.run(() -> assertThat(values.run(NOON).examined()).isZero());
    }

    @Test
    void the_certificate_stands_in_the_log_with_number_reason_and_counts_and_without_a_name() {
        var certificate = erase(ErasureKind.ERASED);
        EngineScope.run(() -> values.run(NOON));
        var entry = sql.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SUBJECT_TYPE.eq("PERSON_ERASURE"))
                .and(AUDIT_ENTRY.SUBJECT_ID.eq(certificate.id()))
                .and(AUDIT_ENTRY.ACTION.eq("DELETE"))
                .fetchSingle();
        assertThat(entry.getSubjectReference()).isEqualTo(certificate.number());
        assertThat(entry.getPurpose()).isEqualTo("No longer needed");
        assertThat(entry.getWhat()).contains("person " + person).doesNotContain(given);
        assertThat(sql.selectFrom(AUDIT_VALUE).where(AUDIT_VALUE.ENTRY_ID.eq(entry.getId())).fetch(AUDIT_VALUE.FIELD))
                .contains("NAMES", "PARTIES");
        assertThat(certificate.toString()).doesNotContain(given).doesNotContain(family);
        assertThat(certificate.by()).isEqualTo(supervisor.displayName());
        assertThat(staff.as(supervisor, () -> erasure.certificates(Long.MAX_VALUE, 5))).contains(certificate(certificate.id()));
    }

    @Test
    void what_was_merged_into_them_goes_with_them() {
        var twin = staff.as(supervisor, () -> edits.create(SomePerson.called("Twin" + run, family).details()));
        as(() -> merging.merge(person, twin, "The same by fingerprint of " + given));
        erase(ErasureKind.ERASED);
        assertThat(count("SELECT COUNT(*) FROM person_name WHERE person_id = " + twin)).isZero();
        assertThat(count("SELECT COUNT(*) FROM person_merge WHERE reason LIKE '%" + given + "%'")).isZero();
        assertThat(sql.fetchCount(PERSON, PERSON.ID.in(person, twin).and(PERSON.ERASED_AT.eq(NOON)))).isEqualTo(2);
        assertThat(staff.as(supervisor, () -> people.look(twin, true))).isEmpty();
    }

    @Test
    void a_hold_a_flag_to_chase_a_match_a_group_and_an_open_call_each_stand_in_the_way() {
        as(() -> retention.hold(person, version(person), "Needed for the inquest."));
        as(() -> flags.ask(person, version(person), new NewFlag(FlagSystem.PNC, "Warning", "Seen")));
        transactions.run(() -> queue.queue(person, other, 3, NOON));
        as(() -> retention.group(person, version(person), 1, "Public protection"));
        send(aCall("O" + run).flagged().receivedAt(NOON).with(PartyRole.VICTIM, given, family));
        night();

        var obstacles = staff.as(supervisor, () -> erasure.obstacles(person));
        assertThat(obstacles).anyMatch(each -> each.contains("Needed for the inquest."))
                .anyMatch(each -> each.contains("PNC"))
                .anyMatch(each -> each.contains("duplicates"))
                .anyMatch(each -> each.contains(new PersonPart.Birth(BirthDate.of(hundredthBirthday())).words()))
                .anyMatch(each -> each.contains("Call O" + run))
                .hasSize(5);
        assertThatThrownBy(() -> erase(ErasureKind.ANONYMISED))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("inquest");
        assertThat(party(0)).contains(given);
    }

    @Test
    void a_possible_duplicate_that_somebody_else_has_to_decide_says_so_and_a_sealed_one_is_as_if_it_were_not() {
        transactions.run(() -> queue.queue(person, other, 3, NOON));
        var owner = staff.someone(Duty.SPECIALIST);
        as(() -> access.limit(other, version(other), new Limits(Restriction.RESTRICTED, "Refuge", null, owner.id())));
        assertThat(staff.as(supervisor, () -> erasure.obstacles(person)))
                .singleElement().asString().contains("Ask its owner");

        sql.update(PERSON).set(PERSON.RESTRICTION, Restriction.SEALED.name()).where(PERSON.ID.eq(other)).execute();
        assertThat(staff.as(supervisor, () -> erasure.obstacles(person))).isEmpty();
    }

    @Test
    void somebody_elses_restricted_record_is_not_erased_by_whoever_was_let_in() {
        var owner = staff.someone(Duty.SPECIALIST);
        staff.as(staff.someone(Duty.SUPERVISOR), () -> access.give(person, supervisor.id(), "Reviews it"));
        as(() -> access.limit(person, version(person), new Limits(Restriction.RESTRICTED, "Refuge", null, owner.id())));
        assertThatThrownBy(() -> erase(ErasureKind.ERASED)).hasMessageContaining("its owner is somebody else");
    }

    @Test
    void it_must_be_typed_and_a_reason_given() {
        assertThatThrownBy(() -> staff.as(supervisor, () -> erasure.erase(
                        person, version(person), ErasureKind.ERASED, "yes", "No longer needed")))
                .hasMessageContaining("ERASE " + person);
        assertThatThrownBy(() -> staff.as(supervisor, () -> erasure.erase(
                        person, version(person), ErasureKind.ERASED, "ERASE " + person, "")))
                .isInstanceOf(InvalidInputException.class);
        var officer = staff.someone(Duty.SPECIALIST);
        assertThatThrownBy(() -> staff.as(officer, () -> erasure.obstacles(person)))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void the_console_itself_can_not_change_a_certificate() {
        var certificate = erase(ErasureKind.ERASED);
        assertThatThrownBy(() -> sql.execute("UPDATE person_erasure SET reason = 'x' WHERE id = " + certificate.id()))
                .rootCause()
                .hasMessageContaining("denied");
    }

    private Certificate certificate(long id) {
        return staff.as(supervisor, () -> erasure.certificate(id)).orElseThrow();
    }

    private Certificate erase(ErasureKind kind) {
        return staff.as(supervisor, () -> erasure.erase(
                person, version(person), kind, kind.confirmation(person), "No longer needed"));
    }

    private CallFixture call() {
        return aCall(reference).flagged().receivedAt(LONG_AGO).closedAt(LONG_AGO).withCrime("CR-" + reference, LONG_AGO)
                .with(PartyRole.VICTIM, given, family)
                .with(PartyRole.SUSPECT, "Aldous" + run, "Other" + run);
    }

    private void send(CallFixture call) {
        EngineScope.run(() -> {
            assertThat(intake.takeInAll(List.of(call.message()))).allMatch(result -> !result.status().name().equals("REJECTED"));
            while (count("SELECT COUNT(*) FROM incident WHERE people_due AND reference LIKE '%" + run + "'") > 0) {
                peopleOfCalls.run(NOON);
            }
        });
    }

    private void night() {
        EngineScope.run(() -> night.run(NOON));
    }

    private long callId() {
        return count("SELECT id FROM incident WHERE reference = '" + reference + "'");
    }

    private LocalDate hundredthBirthday() {
        return sql.fetchSingle(INCIDENT_PARTY, INCIDENT_PARTY.INCIDENT_ID.eq(callId()).and(INCIDENT_PARTY.POSITION.eq((short) 0)))
                .getDateOfBirth().plusYears(100);
    }

    private String party(int place) {
        return sql.selectFrom(INCIDENT_PARTY)
                .where(INCIDENT_PARTY.INCIDENT_ID.eq(callId()))
                .and(INCIDENT_PARTY.POSITION.eq((short) place))
                .fetchSingle(row -> row.getGivenName() + " " + row.getFamilyName() + " " + row.getDateOfBirth() + " "
                        + row.getPhone());
    }

    private long loggedValues(String which) {
        return count("SELECT COUNT(*) FROM audit_value v JOIN audit_entry e ON e.id = v.entry_id WHERE " + which);
    }

    private long count(String query) {
        return sql.fetchSingle(query).get(0, Long.class);
    }

    private int version(long id) {
        return reads.inFull(Viewer.engine(), reads.survivorOf(id).orElseThrow(), NOON).orElseThrow().version();
    }

    private void as(Runnable work) {
        staff.as(supervisor, work);
    }
}
