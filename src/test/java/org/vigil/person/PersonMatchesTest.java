package org.vigil.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigil.db.generated.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.MatchStore;
import org.vigil.person.data.MergeStore;
import org.vigil.person.data.PersonReads;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Viewer;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class PersonMatchesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private PersonIntake intake;

    @Autowired
    private PersonMatches matches;

    @Autowired
    private PersonEdits edits;

    @Autowired
    private PersonFlags flags;

    @Autowired
    private PersonAccess access;

    @Autowired
    private MergeStore merges;

    @Autowired
    private Staff staff;

    @Autowired
    private PersonService people;

    @Autowired
    private PersonReads reads;

    @Autowired
    private MatchStore queue;

    @Autowired
    private LinkStore links;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DSLContext sql;

    private final String born = SomePerson.day().toString();
    private final SubjectRef first = SomePerson.someCall();
    private final SubjectRef second = SomePerson.someCall();
    private final SubjectRef third = SomePerson.someCall();

    @Test
    void a_likely_pair_is_queued_once_and_its_score_is_hidden_until_it_is_decided() {
        var pair = twins();
        assertThat(pair.score()).isNull();
        assertThat(pair.fields()).extracting(PersonMatches.ComparedField::label).contains("Given name", "Date of birth");
        assertThat(pair.fields())
                .contains(new PersonMatches.ComparedField("Family name", PersonMatches.Agreement.SAME))
                .contains(new PersonMatches.ComparedField("Given name", PersonMatches.Agreement.DIFFERENT));
        matches.decide(pair.id(), pair.version(), MatchState.UNSURE, "");
        assertThat(matches.compare(pair.id()).orElseThrow().score()).isNotNull();
    }

    @Test
    void not_the_same_is_never_asked_again() {
        var pair = twins();
        matches.decide(pair.id(), pair.version(), MatchState.NOT_SAME, "Twins");
        link(third, twin);
        assertThat(queue.byId(pair.id()).orElseThrow().state()).isEqualTo(MatchState.NOT_SAME);
        assertThat(reads.survivorOf(pair.one().id())).hasValue(pair.one().id());
        assertThat(reads.survivorOf(pair.other().id())).hasValue(pair.other().id());
    }

    @Test
    void a_pair_decided_by_someone_else_meanwhile_is_not_decided_again() {
        var pair = twins();
        matches.decide(pair.id(), pair.version(), MatchState.UNSURE, "");
        assertThatThrownBy(() -> matches.decide(pair.id(), pair.version(), MatchState.SAME, ""))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void a_merged_person_shows_all_of_both_under_either_number() {
        var pair = twins();
        var merge = matches.decide(pair.id(), pair.version(), MatchState.SAME, "One child").orElseThrow();
        var person = inFull(merge.mergedId());
        assertThat(person.id()).isEqualTo(merge.intoId());
        assertThat(person.records()).containsExactly(merge.intoId(), merge.mergedId());
        assertThat(person.parts(PersonPart.Name.class)).hasSize(2);
        assertThat(people.linksOf(person)).extracting(PersonLink::subjectId).contains(first.id(), second.id());
    }

    @Test
    void a_merge_undone_leaves_both_as_they_were_with_every_link_flag_and_audit_entry() {
        var pair = twins();
        flags.mark(pair.other().id(), pair.other().version(), new NewMarker(MarkerType.WEAPONS, "Knife seen",
                java.time.LocalDate.of(2026, 3, 3), java.time.LocalDate.of(2099, 3, 3)));
        var before = inFull(pair.one().id());
        var otherBefore = inFull(pair.other().id());
        var linksBefore = people.linksOf(before);
        var otherLinksBefore = people.linksOf(otherBefore);
        var entries = entries(pair.other().id());
        var again = matches.compare(pair.id()).orElseThrow();

        var merge = matches.decide(pair.id(), again.version(), MatchState.SAME, "").orElseThrow();
        assertThat(inFull(pair.one().id()).markers()).hasSize(1);
        matches.undo(merge.id(), "They are twins after all");

        assertThat(inFull(pair.one().id())).usingRecursiveComparison().ignoringFields("version").isEqualTo(before);
        assertThat(inFull(pair.other().id())).usingRecursiveComparison().ignoringFields("version").isEqualTo(otherBefore);
        assertThat(people.linksOf(inFull(pair.one().id()))).isEqualTo(linksBefore);
        assertThat(people.linksOf(inFull(pair.other().id()))).isEqualTo(otherLinksBefore);
        assertThat(entries(pair.other().id())).containsAll(entries);
        assertThat(people.mergesOf(inFull(pair.one().id()))).singleElement().matches(PersonMerge::isUndone);
    }

    @Test
    void an_undone_merge_is_shown_only_to_those_who_may_see_both_sides() {
        var one = enter();
        var other = enter();
        var merge = matches.merge(one, other, "The same by fingerprint");
        matches.undo(merge.id(), "The sister, who hides here");
        var owner = staff.someone(Duty.SUPERVISOR);
        staff.as(owner, () -> access.limit(other, inFull(other).version(), new PersonCore.Limits(
                Restriction.SEALED, "She hides", null, owner.id())));
        assertThat(people.mergesOf(inFull(one))).isEmpty();
        assertThat(staff.as(owner, () -> people.mergesOf(inFull(one)))).singleElement().matches(PersonMerge::isUndone);
    }

    @Test
    void merges_over_merges_come_apart_in_any_order() {
        var a = enter();
        var b = enter();
        var c = enter();
        var ab = matches.merge(a, b, "The same by fingerprint");
        matches.merge(a, c, "The same by fingerprint");
        assertThat(inFull(c).records()).containsExactly(a, b, c);
        matches.undo(ab.id(), "Another finger");
        assertThat(inFull(b).records()).containsExactly(b);
        assertThat(inFull(a).records()).containsExactly(a, c);
    }

    @Test
    void undoing_the_upper_merge_keeps_the_lower() {
        var a = enter();
        var b = enter();
        var c = enter();
        matches.merge(b, c, "The same by fingerprint");
        var upper = matches.merge(a, b, "The same by fingerprint");
        matches.undo(upper.id(), "Another finger");
        assertThat(inFull(a).records()).containsExactly(a);
        assertThat(inFull(c).records()).containsExactly(b, c);
    }

    @Test
    void a_call_taken_while_merged_stays_with_the_record_that_it_names_when_the_merge_is_undone() {
        var pair = twins();
        var merge = matches.decide(pair.id(), pair.version(), MatchState.SAME, "").orElseThrow();
        link(third, twin);
        matches.undo(merge.id(), "Twins");
        var owner = java.util.stream.Stream.of(pair.one().id(), pair.other().id())
                .filter(id -> inFull(id).name().equals(twin.name().words()))
                .findFirst()
                .orElseThrow();
        assertThat(people.linksOf(inFull(owner))).extracting(PersonLink::subjectId).contains(third.id());
    }

    @Test
    void a_record_that_was_merged_meanwhile_takes_no_other_in() {
        var a = enter();
        var b = enter();
        var c = enter();
        matches.merge(a, b, "The same by fingerprint");
        assertThatThrownBy(() -> transactions.run(() -> merges.merge(c, b, null, "Certain", null, NOW)))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(reads.survivorOf(c)).hasValue(c);
    }

    @Test
    void two_who_are_one_already_are_not_told_apart_without_undoing_the_merge() {
        var pair = twins();
        matches.merge(pair.one().id(), pair.other().id(), "The same by fingerprint");
        assertThat(queue.byId(pair.id()).orElseThrow().state()).isEqualTo(MatchState.SAME);
        var c = enter();
        matches.merge(pair.one().id(), c, "The same by fingerprint");
        transactions.run(() -> {
            queue.queue(c, pair.other().id(), 3, NOW);
            queue.decide(queue.ofPair(c, pair.other().id()), MatchState.QUEUED, null, null, NOW);
        });
        var again = queue.byId(queue.ofPair(c, pair.other().id())).orElseThrow();
        assertThatThrownBy(() -> matches.decide(again.id(), again.version(), MatchState.NOT_SAME, ""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("undo the merge");
        assertThat(matches.list(MatchState.QUEUED, again.id() - 1, 1)).noneMatch(listed -> listed.id() == again.id());
    }

    @Test
    void what_nobody_could_tell_is_asked_again_when_more_is_known_and_never_merged_by_itself() {
        var given = "Tam" + SomePerson.letters();
        var family = "Pen" + SomePerson.letters();
        var one = edits.create(SomePerson.called(given, family).born(born).details());
        var other = edits.create(SomePerson.called(given, family).born(born).ringing("07700 900123").details());
        transactions.run(() -> {
            queue.queue(one, other, 1, NOW);
            queue.decide(queue.ofPair(one, other), MatchState.UNSURE, null, null, NOW);
        });
        link(first, SomePerson.called(given, family).born(born).ringing("07700 900123"));
        var pair = queue.byId(queue.ofPair(one, other)).orElseThrow();
        assertThat(pair.state()).isEqualTo(MatchState.QUEUED);
        assertThat(pair.score()).isGreaterThan(1);
        assertThat(reads.survivorOf(Math.max(one, other))).hasValue(Math.max(one, other));
    }

    @Test
    void what_was_asked_is_settled_when_the_console_becomes_certain() {
        var given = "Tam" + SomePerson.letters();
        var family = "Pen" + SomePerson.letters();
        var one = edits.create(SomePerson.called(given, family).born(born).details());
        var other = edits.create(SomePerson.called(given, family).born(born).ringing("07700 900123").details());
        transactions.run(() -> queue.queue(one, other, 1, NOW));
        link(first, SomePerson.called(given, family).born(born).ringing("07700 900123"));
        assertThat(reads.survivorOf(other)).isEqualTo(reads.survivorOf(one));
        assertThat(queue.byId(queue.ofPair(one, other)).orElseThrow())
                .matches(pair -> pair.state() == MatchState.SAME && pair.decidedBy() == null);
    }

    @Test
    void a_merge_undone_keeps_restricted_what_was_restricted_meanwhile() {
        var a = enter();
        var b = enter();
        var merge = matches.merge(a, b, "The same by fingerprint");
        access.limit(a, inFull(a).version(), new PersonCore.Limits(
                Restriction.RESTRICTED, "Her ex-partner works here, he must not know", Duty.SUPERVISOR, null));
        matches.undo(merge.id(), "Another finger");
        assertThat(inFull(merge.mergedId()).core().limits().restriction()).isEqualTo(Restriction.RESTRICTED);
        assertThat(inFull(merge.intoId()).core().limits().restriction()).isEqualTo(Restriction.RESTRICTED);
    }

    @Test
    void a_merge_undone_leaves_open_what_was_open_when_only_the_other_was_restricted_before() {
        var a = enter();
        var b = enter();
        access.limit(a, inFull(a).version(), new PersonCore.Limits(
                Restriction.RESTRICTED, "Her ex-partner works here, he must not know", Duty.SUPERVISOR, null));
        var merge = matches.merge(a, b, "The same by fingerprint");
        matches.undo(merge.id(), "Another finger");
        assertThat(inFull(b).core().limits().restriction()).isEqualTo(Restriction.OPEN);
    }

    @Test
    void how_somebody_must_never_be_reached_is_shown_whichever_of_the_records_says_it() {
        var a = enter();
        var b = enter();
        never(a, "Never write");
        never(b, "Never ring: he listens");
        var merge = matches.merge(a, b, "The same by fingerprint");
        assertThat(inFull(a).core().contact().never()).isEqualTo("Never write; Never ring: he listens");
        assertThat(inFull(a).core().policeEmployee()).isTrue();
        var core = inFull(a).core();
        edits.core(a, inFull(a).version(), new PersonCore(core.policeEmployee(), core.sex(), "Polish", null,
                core.contact(), null, core.limits(), core.retention(), core.createdAt()));
        matches.undo(merge.id(), "Another finger");
        assertThat(inFull(a).core().contact().never()).isEqualTo("Never write");
        assertThat(inFull(a).core().language()).isEqualTo("Polish");
        assertThat(inFull(b).core().contact().never()).isEqualTo("Never ring: he listens");
    }

    @Test
    void what_an_officer_takes_off_a_merged_person_is_gone_whichever_record_said_it() {
        var a = enter();
        var b = enter();
        never(b, "Never ring: he listens");
        matches.merge(a, b, "The same by fingerprint");
        never(a, null);
        assertThat(inFull(a).core().contact().never()).isNull();
    }

    @Test
    void pairs_of_which_the_viewer_may_not_see_both_are_neither_listed_nor_counted() {
        var pair = twins();
        var outsider = staff.someone(Duty.MARAC);
        var before = staff.as(outsider, () -> matches.waiting());
        assertThat(staff.as(outsider, () -> matches.list(MatchState.QUEUED, pair.id() - 1, 1)))
                .extracting(PersonMatches.Listed::id)
                .containsExactly(pair.id());
        access.limit(pair.one().id(), pair.one().version(), new PersonCore.Limits(
                Restriction.RESTRICTED, "Her ex-partner works here, he must not know", Duty.SUPERVISOR, null));
        assertThat(staff.as(outsider, () -> matches.waiting())).isEqualTo(before - 1);
        assertThat(staff.as(outsider, () -> matches.list(MatchState.QUEUED, pair.id() - 1, 1)))
                .extracting(PersonMatches.Listed::id)
                .doesNotContain(pair.id());
    }

    @Test
    void a_pair_is_judged_by_all_that_is_known_of_both_people() {
        var pair = twins();
        var c = edits.create(SomePerson.called("Maryam", "Khan").ringing("07700 900777").details());
        matches.merge(pair.one().id(), c, "The same by fingerprint");
        var other = edits.create(SomePerson.anew().ringing("07700 900777").details());
        transactions.run(() -> queue.queue(pair.one().id(), other, 1, NOW));
        assertThat(matches.compare(queue.ofPair(pair.one().id(), other)).orElseThrow().fields())
                .contains(new PersonMatches.ComparedField("Telephone", PersonMatches.Agreement.SAME));
    }

    private void never(long person, @org.jspecify.annotations.Nullable String how) {
        var core = inFull(person).core();
        edits.core(person, inFull(person).version(), new PersonCore(how != null, core.sex(), core.language(),
                core.interpreterNeeded(), new PersonCore.SafeContact(null, null, how), core.description(), core.limits(),
                core.retention(), core.createdAt()));
    }

    private SomePerson twin = SomePerson.anew();

    /** Two children of one home and birthday: likely one, by the numbers, and never joined without asking. */
    private PersonMatches.Comparison twins() {
        var family = "Rah" + SomePerson.letters();
        var home = SomePerson.letters() + " Lane";
        // Of a day and a place of their own: with those of another test they would rightly be likely.
        var born = java.time.LocalDate.of(2009, 2, 2).plusDays(Math.floorMod(family.hashCode(), 3000)).toString();
        var postcode = "PR9 " + SomePerson.letters();
        link(first, SomePerson.called("Aisha" + SomePerson.letters(), family).born(born).at("4 " + home, postcode));
        twin = SomePerson.called("Maryam" + SomePerson.letters(), family).born(born).at("4 " + home, postcode);
        link(second, twin);
        return matches.compare(queue.ofPair(linked(first), linked(second))).orElseThrow();
    }

    private long linked(SubjectRef subject) {
        return links.of(subject.type(), subject.id()).getFirst().personId();
    }

    private long enter() {
        return edits.create(SomePerson.anew().details());
    }

    private Person inFull(long id) {
        return reads.inFull(Viewer.engine(), reads.survivorOf(id).orElseThrow(), NOW).orElseThrow();
    }

    private List<Long> entries(long person) {
        return sql.select(AUDIT_ENTRY.ID)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SUBJECT_TYPE.eq("PERSON"))
                .and(AUDIT_ENTRY.SUBJECT_ID.eq(person))
                .fetch(AUDIT_ENTRY.ID);
    }

    private void link(SubjectRef subject, SomePerson person) {
        transactions.run(() -> intake.link(
                List.of(new PersonIntake.PartiesOf(subject, List.of(person.in(subject, 0)))), NOW));
    }
}
