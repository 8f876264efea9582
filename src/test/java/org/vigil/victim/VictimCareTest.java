package org.vigil.victim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.casework.SuspectStatus;
import org.vigil.db.Transactions;
import org.vigil.deadline.DeadlineState;
import org.vigil.incident.Ground;
import org.vigil.incident.RiskGrade;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonChapter.About;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.PersonEntry;
import org.vigil.person.Restriction;
import org.vigil.person.data.LinkStore;
import org.vigil.person.data.PersonReads;
import org.vigil.security.Account;
import org.vigil.security.AreaService;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;
import org.vigil.victim.VictimFilter.Show;

@VigilTest
class VictimCareTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private VictimGround ground;

    @Autowired
    private VictimService victims;

    @Autowired
    private VictimContacts contacts;

    @Autowired
    private VictimCare care;

    @Autowired
    private ChildrenCare children;

    @Autowired
    private PersonAccess access;

    @Autowired
    private ToldOfPerson chapter;

    @Autowired
    private VictimErasure erasure;

    @Autowired
    private Transactions transactions;

    @Autowired
    private CurrentViewer viewers;

    @Autowired
    private PersonReads people;

    @Autowired
    private LinkStore links;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private Ground land;
    private Account officer;
    private Account supervisor;

    private final Set<String> own = new HashSet<>();

    @BeforeEach
    void pin_the_clock() {
        clock.pin(NOON);
        land = Ground.anew(areas, staff);
        officer = staff.someone(Duty.SPECIALIST);
        supervisor = staff.someone(Duty.SUPERVISOR);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void what_is_done_for_a_victim_is_kept_step_by_step() {
        var held = ground.aCase(NOON, null, RiskGrade.HIGH, false);
        assertThatThrownBy(() -> step(held, Need.IDVA, NeedStep.REFERRED, null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> step(held, Need.IDVA, NeedStep.TAKEN, "Haven")).isInstanceOf(InvalidInputException.class);
        step(held, Need.IDVA, NeedStep.REFERRED, "Haven");
        step(held, Need.IDVA, NeedStep.ENGAGED, "Haven");
        step(held, Need.SPECIAL_MEASURES, NeedStep.WANTED, "Screens");
        staff.as(officer, () -> care.issue(held.id(), 0, "Doorbell camera", NOON));

        var victim = page(held).victims().getFirst();
        assertThat(victim.needs().get(Need.IDVA)).extracting(NeedEntry::words)
                .containsExactly("Referred, Haven", "Engaged, Haven");
        assertThat(victim.last(Need.SPECIAL_MEASURES).orElseThrow().words()).isEqualTo("Wanted, Screens");
        assertThat(victim.last(Need.STATEMENT)).isEmpty();
        staff.as(officer, () -> care.takeBack(held.id(), 0, victim.equipment().getFirst().id()));
        assertThat(page(held).victims().getFirst().equipment().getFirst().returnedAt()).isEqualTo(NOON);
    }

    @Test
    void nobody_confirms_the_childrens_safety_whose_referral_it_is_and_a_new_referral_is_confirmed_anew() {
        var held = ground.aCase(NOON, null, null, true);
        staff.as(supervisor, () -> children.refer(held.id(), 0, ReferralState.MADE, "To children's services, 101"));
        assertThatThrownBy(() -> staff.as(supervisor, () -> children.confirm(held.id(), 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> staff.as(officer, () -> children.confirm(held.id(), 1)))
                .isInstanceOf(AccessDeniedException.class);
        var other = staff.someone(Duty.SUPERVISOR);
        staff.as(other, () -> children.confirm(held.id(), 1));
        assertThat(page(held).children().referral().isConfirmed()).isTrue();

        staff.as(officer, () -> children.refer(held.id(), 2, ReferralState.NOT_NEEDED, "They live with their father"));
        assertThat(page(held).children().referral().isConfirmed()).isFalse();
    }

    @Test
    void the_school_clock_of_a_case_runs_until_every_childs_school_knows_and_is_never_breached() {
        var held = ground.aCase(NOON, null, null, true);
        assertThat(page(held).schoolClock().state()).isIn(DeadlineState.OPEN, DeadlineState.DUE_SOON);
        clock.advance(Duration.ofDays(30));
        assertThat(page(held).schoolClock().breached()).isFalse();

        staff.as(officer, () -> children.school(held.id(), VictimGround.CHILD, SchoolState.TOLD, clock.instant(), null));
        assertThat(page(held).schoolClock().state()).isEqualTo(DeadlineState.MET);
        assertThat(page(held).children().withoutNotice()).isEmpty();
        assertThatThrownBy(() -> staff.as(officer, () -> children.school(
                        held.id(), VictimGround.CHILD, SchoolState.EXEMPT, clock.instant(), "")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_lists_show_who_is_to_be_told_by_when_who_is_late_and_who_at_high_risk_was_never_reached() {
        var early = ground.aCase(NOON.minus(Duration.ofDays(5)), land.district(), RiskGrade.HIGH, false);
        var late = ground.aCase(NOON.minus(Duration.ofDays(4)), land.district(), RiskGrade.STANDARD, false);
        var elsewhere = ground.aCase(NOON.minus(Duration.ofDays(4)), land.otherDistrict(), RiskGrade.HIGH, false);
        ground.suspect(early, null, SuspectStatus.BAILED, NOON, null, NOON);
        ground.suspect(late, null, SuspectStatus.BAILED, NOON.minus(Duration.ofDays(4)), null, NOON);
        ground.suspect(elsewhere, null, SuspectStatus.BAILED, NOON, null, NOON);
        var local = staff.someoneIn(Set.of(land.district()), Duty.NPT);
        own.addAll(List.of(early.reference(), late.reference(), elsewhere.reference()));

        assertThat(shown(local, Show.TO_TELL)).containsExactly(late.reference(), early.reference());
        assertThat(shown(local, Show.OVERDUE)).containsExactly(late.reference());
        assertThat(shown(local, Show.HIGH_RISK_NOT_REACHED)).containsExactly(early.reference());
        staff.as(local, () -> contacts.record(early.id(), 0, new NewContact(
                NOON, ContactMeans.IN_PERSON, ContactOutcome.NO_ANSWER, null, Set.of(), null)));
        assertThat(list(local, Show.HIGH_RISK_NOT_REACHED).getFirst().row().attempts()).isEqualTo(1);
        staff.as(local, () -> contacts.record(early.id(), 0, new NewContact(
                NOON, ContactMeans.IN_PERSON, ContactOutcome.REACHED, null,
                Set.of(Objects.requireNonNull(list(local, Show.TO_TELL).get(1).row().updateId())), null)));
        assertThat(shown(local, Show.HIGH_RISK_NOT_REACHED)).isEmpty();
        assertThat(shown(local, Show.TOLD)).containsExactly(early.reference());
        assertThat(staff.as(local, () -> victims.page(elsewhere.id(), true))).isEmpty();
        assertThat(list(local, Show.TO_TELL).getFirst().name()).isEqualTo(late.victim().name());
    }

    @Test
    void a_page_of_a_list_goes_on_where_the_one_before_ended() {
        for (var each = 0; each < 5; each++) {
            var held = ground.aCase(NOON, land.district(), RiskGrade.HIGH, false);
            ground.suspect(held, null, SuspectStatus.BAILED, NOON, null, NOON);
        }
        for (var show : List.of(Show.TO_TELL, Show.HIGH_RISK_NOT_REACHED)) {
            var filter = new VictimFilter(show, land.district());
            var first = staff.as(officer, () -> victims.list(filter, null, 3, true)).page();
            var second = staff.as(officer, () -> victims.list(filter, first.next(), 3, true)).page();
            assertThat(first.items()).hasSize(3);
            assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
            assertThat(second.next()).isNull();
        }
    }

    @Test
    void who_a_restricted_victim_is_and_what_was_agreed_with_them_does_not_show_to_others() {
        var held = ground.aCase(NOON, land.district(), RiskGrade.HIGH, false);
        ground.suspect(held, null, SuspectStatus.BAILED, NOON, "not to go to 12 Ash Road", NOON);
        staff.as(officer, () -> contacts.record(held.id(), 0, new NewContact(
                NOON, ContactMeans.IN_PERSON, ContactOutcome.REACHED, "At her sister's", Set.of(), null)));
        restrict(held, VictimGround.VICTIM);
        var custody = staff.someone(Duty.CUSTODY);

        var listed = staff.as(custody, () -> victims.list(new VictimFilter(Show.TO_TELL, land.district()), null, 9, true));
        assertThat(listed.page().items().getFirst().name()).isEqualTo("Restricted: ask");
        var victim = staff.as(custody, () -> victims.page(held.id(), true)).orElseThrow().victims().getFirst();
        assertThat(victim.contacts()).isEmpty();
        assertThat(victim.updates().getFirst().of().words()).isEqualTo("The suspect was released on bail.");
        assertThat(victim.updates().getFirst().dueAt()).isNotNull();
        assertThatThrownBy(() -> staff.as(custody, () -> contacts.record(held.id(), 0, new NewContact(
                        NOON, ContactMeans.IN_PERSON, ContactOutcome.REACHED, null, Set.of(), null))))
                .isInstanceOf(InvalidInputException.class);
        assertThat(page(held).victims().getFirst().contacts()).hasSize(1);
    }

    @Test
    void a_persons_page_says_what_they_were_told_as_a_victim_and_tells_nobody_else_so() {
        var held = ground.aCase(NOON, land.district(), null, false);
        tellOfBail(held);
        var linked = links.of(SubjectType.CASE, held.id());
        var viewer = staff.as(supervisor, viewers::get);

        assertThat(chapter.tell(viewer, new About(List.of(linked.get(0).personId()), List.of(linked.get(0))), NOON).entries())
                .extracting(PersonEntry::title)
                .containsExactly("Victim told: released on bail");
        assertThat(chapter.tell(viewer, new About(List.of(linked.get(1).personId()), List.of(linked.get(1))), NOON).entries())
                .isEmpty();
        var elsewhere = staff.as(staff.someoneIn(Set.of(land.otherDistrict()), Duty.SUPERVISOR), viewers::get);
        assertThat(chapter.tell(elsewhere, new About(List.of(linked.get(0).personId()), List.of(linked.get(0))), NOON).entries())
                .isEmpty();
    }

    @Test
    void what_was_written_of_somebody_who_was_erased_goes_and_that_they_were_told_stays() {
        var held = ground.aCase(NOON, land.district(), null, false);
        tellOfBail(held);
        step(held, Need.IDVA, NeedStep.REFERRED, "Haven");

        transactions.run(() -> erasure.erased(held.id(), List.of(VictimGround.VICTIM), NOON));

        var victim = page(held).victims().getFirst();
        assertThat(victim.contacts().getFirst().note()).isEqualTo("Erased");
        assertThat(victim.updates().getFirst().of().words()).isEqualTo("The suspect was released on bail.");
        assertThat(victim.updates().getFirst().of().state()).isEqualTo(UpdateState.TOLD);
        assertThat(victim.last(Need.IDVA).orElseThrow().words()).isEqualTo("Referred, Erased");
    }

    private void tellOfBail(VictimGround.Held held) {
        ground.suspect(held, null, SuspectStatus.BAILED, NOON, "not to go to 12 Ash Road", NOON);
        var owed = page(held).victims().getFirst().owed().getFirst().of().id();
        staff.as(officer, () -> contacts.record(held.id(), 0, new NewContact(
                NOON, ContactMeans.IN_PERSON, ContactOutcome.REACHED, "At her sister's", Set.of(owed), null)));
    }

    private void step(VictimGround.Held held, Need need, NeedStep step, @Nullable String detail) {
        staff.as(officer, () -> care.step(held.id(), 0, need, step, NOON, detail, null));
    }

    private VictimPage page(VictimGround.Held held) {
        return staff.as(supervisor, () -> victims.page(held.id(), false)).orElseThrow();
    }

    /** Without cases of other tests that lie in no area: those are everybody's. */
    private List<VictimService.Listed> list(Account who, Show show) {
        return staff.as(who, () -> victims.list(new VictimFilter(show, null), null, 1_000, true)).page().items().stream()
                .filter(listed -> own.isEmpty() || own.contains(listed.row().reference()))
                .toList();
    }

    private List<String> shown(Account who, Show show) {
        return list(who, show).stream().map(listed -> listed.row().reference()).toList();
    }

    private void restrict(VictimGround.Held held, int place) {
        var id = links.of(SubjectType.CASE, held.id()).get(place).personId();
        var version = people.inFull(Viewer.engine(), id, NOON).orElseThrow().version();
        staff.as(supervisor, () -> access.limit(
                id, version, new Limits(Restriction.RESTRICTED, "A matter of the family", Duty.SUPERVISOR, null)));
    }
}
