package org.vigil.casework.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.casework.CaseFixture.aCase;
import static org.vigil.casework.CaseFixture.somebody;
import static org.vigil.casework.SuspectStatus.CHARGED;
import static org.vigil.casework.SuspectStatus.OUTSTANDING;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.casework.ActionKind;
import org.vigil.casework.CaseChanges;
import org.vigil.casework.CaseFilter;
import org.vigil.casework.CaseFilter.Show;
import org.vigil.casework.CaseFixture;
import org.vigil.casework.CaseIntake;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CasePage;
import org.vigil.casework.CaseService;
import org.vigil.casework.EvidenceKind;
import org.vigil.casework.HealthLine;
import org.vigil.casework.HealthLine.Kind;
import org.vigil.casework.NewCase;
import org.vigil.casework.StatusSource;
import org.vigil.casework.SuspectEvents;
import org.vigil.db.Transactions;
import org.vigil.incident.Ground;
import org.vigil.incident.RiskGrade;
import org.vigil.incident.RiskTool;
import org.vigil.person.data.LinkStore;
import org.vigil.person.jobs.PeopleOfParties;
import org.vigil.person.search.SearchService;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectType;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class CaseScreensTest extends SpringBrowserlessTest {

    private static final Instant NOON = CaseFixture.REPORTED;

    @Autowired
    private CaseIntake intake;

    @Autowired
    private CaseService cases;

    @Autowired
    private CaseChanges changes;

    @Autowired
    private SuspectEvents happenings;

    @Autowired
    private PeopleOfParties people;

    @Autowired
    private LinkStore links;

    @Autowired
    private SearchService search;

    @Autowired
    private AreaService areas;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private final String run = "R" + UUID.randomUUID().toString().substring(0, 8);
    private Ground ground = new Ground(0, 0, "", 0, "");

    @BeforeEach
    void a_ground_of_its_own() {
        clock.pin(NOON);
        ground = Ground.anew(areas, staff);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void each_heading_shows_what_it_says_and_counts_it() {
        send(
                file("calm").ledBy("DC Calm", 2).assessed(RiskTool.DASH, RiskGrade.STANDARD, NOON),
                file("late").assessed(RiskTool.DASH, RiskGrade.HIGH, NOON).ledBy("DC Late", 2),
                file("wanted").ledBy("DC W", 2).against(somebody(), OUTSTANDING, NOON)
                        .assessed(RiskTool.DARA, RiskGrade.MEDIUM, NOON),
                file("nobody"),
                file("done").closedAt(NOON));
        clock.pin(NOON.plus(Duration.ofHours(73)));

        assertThat(shown(Show.ATTENTION)).containsExactlyInAnyOrder("late", "nobody");
        assertThat(shown(Show.OUTSTANDING)).containsExactly("wanted");
        assertThat(shown(Show.UNALLOCATED)).containsExactly("nobody");
        assertThat(shown(Show.NOT_ASSESSED)).containsExactly("nobody");
        assertThat(shown(Show.REVIEW_OVERDUE)).containsExactly("late");
        assertThat(shown(Show.OPEN)).hasSize(4);
        assertThat(shown(Show.CLOSED)).containsExactly("done");
        assertThat(list(Show.OPEN).counts().of(Show.OUTSTANDING)).isEqualTo(1);
    }

    @Test
    void a_page_of_cases_leads_on_to_the_next_without_losing_or_doubling_any() {
        send(Stream.iterate(0, number -> number < 7, number -> number + 1)
                .map(number -> file("n" + number).reportedAt(NOON.minusSeconds(number / 2)))
                .toArray(CaseFixture[]::new));
        for (var show : List.of(Show.OPEN, Show.NOT_ASSESSED)) {
            var seen = new ArrayList<String>();
            String cursor = null;
            do {
                var page = cases.list(new CaseFilter(show, ground.district(), null), cursor, 3, true).page();
                page.items().forEach(row -> seen.add(row.file().reference()));
                cursor = page.next();
            } while (cursor != null);
            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_list_and_the_page_open_and_say_what_a_case_lacks() {
        send(file("one").titled("Assault").of(somebody()).against(somebody(), OUTSTANDING, NOON));
        UI.getCurrent().navigate("cases", QueryParameters.simple(Map.of("show", "OPEN")));
        assertThat($(H1.class).single().getText()).isEqualTo("Cases");

        UI.getCurrent().navigate("cases/" + run + "-one");
        assertThat($(H1.class).single().getText()).isEqualTo("Case " + run + "-one");
        assertThat(rows("What this case lacks")).contains(
                "No lead officer", "No risk assessment", "Nothing is recorded beyond what the victim says",
                "no attempt to arrest recorded");
    }

    @Test
    void the_button_of_a_line_opens_the_form_that_mends_it_and_the_line_goes() {
        send(file("mend"));
        var id = page("mend").file().id();
        UI.getCurrent().navigate("cases/key/" + id);
        var form = $(Details.class).all().stream()
                .filter(details -> details.getSummaryText().equals("Allocate the case"))
                .findFirst()
                .orElseThrow();
        form.setOpened(true);
        test($(TextField.class).withCaption("Lead officer").single()).setValue("DC Example");
        test($(ReasonField.class).withCaption("Why this officer").single()).setValue("On duty and trained");
        test($(Button.class).withText("Allocate").single()).click();
        assertThat(page("mend").file().lead().words()).isEqualTo("DC Example");
        assertThat(kinds("mend")).doesNotContain(Kind.NO_LEAD);
        send(file("mend").ledBy("DC Feed", 3).titled("Changed"));
        assertThat(page("mend").file().lead().name()).isEqualTo("DC Example");
    }

    @Test
    void what_is_entered_mends_what_was_missing() {
        send(file("work").against(somebody(), OUTSTANDING, NOON).about("Stalking"));
        assertThat(kinds("work")).contains(Kind.NO_OTHER_EVIDENCE, Kind.NO_OVERSIGHT, Kind.NOT_ASSESSED);
        changes.act(id("work"), version("work"), ActionKind.EVIDENCE, EvidenceKind.BODY_WORN, NOON, "Worn");
        changes.act(id("work"), version("work"), ActionKind.OVERSIGHT, null, NOON, "Looked at it");
        changes.assess(id("work"), version("work"), RiskTool.DASH, "2009", RiskGrade.HIGH, NOON, "PC", null, null);
        changes.attempt(id("work"), version("work"), 1, NOON, "PC Example", "Not at home");
        assertThat(kinds("work")).doesNotContain(Kind.NO_OTHER_EVIDENCE, Kind.NO_OVERSIGHT, Kind.NOT_ASSESSED);
        assertThat(page("work").health()).extracting(HealthLine::words).anyMatch(words -> words.contains("1 attempt to arrest"));
        assertThat(page("work").clocks()).filteredOn(clockView -> clockView.closedAt() == null).singleElement()
                .satisfies(review -> assertThat(review.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(72))));
    }

    @Test
    void a_case_entered_here_gets_a_number_of_its_own_and_can_be_closed_and_opened_again() {
        var reference = changes.enter(new NewCase("Assault at home", ground.district(), NOON, null, null,
                "Coercive behaviour", somebody(), somebody(), null));
        assertThat(reference).matches("CASE-2026-\\d{6}");
        var file = cases.page(reference, null, true).orElseThrow().file();
        assertThat(file.level().level()).isEqualTo(CaseLevel.SERIOUS_COMPLEX);
        assertThat(file.suspects()).singleElement().satisfies(suspect ->
                assertThat(suspect.status()).isEqualTo(OUTSTANDING));
        changes.close(file.id(), 0, "No further lines of enquiry");
        changes.reopen(file.id(), 1, "A witness came forward");
        assertThat(cases.page(reference, null, true).orElseThrow().file().isOpen()).isTrue();
    }

    @Test
    void each_accusing_the_other_is_seen_in_both_cases_until_somebody_says_who_is_primary() {
        var ann = somebody();
        var ben = somebody();
        send(file("hers").of(ann).against(ben, OUTSTANDING, NOON), file("his").of(ben).against(ann, OUTSTANDING, NOON));
        people.run(NOON);
        assertThat(kinds("hers")).contains(Kind.COUNTER_ALLEGATION);
        assertThat(kinds("his")).contains(Kind.COUNTER_ALLEGATION);
        var counter = page("hers").counters().getFirst();
        changes.primary(id("hers"), version("hers"), counter.caseId(), true, counter.place(), "History and injuries");
        assertThat(kinds("hers")).doesNotContain(Kind.COUNTER_ALLEGATION);
        assertThat(kinds("his")).doesNotContain(Kind.COUNTER_ALLEGATION);
    }

    @Test
    void what_happens_to_a_person_reaches_their_cases_and_their_page() {
        var ben = somebody();
        send(file("open").against(ben, OUTSTANDING, NOON), file("shut").against(ben, OUTSTANDING, NOON).closedAt(NOON));
        people.run(NOON);
        var person = links.of(SubjectType.CASE, id("open")).getFirst().personId();
        var now = clock.pin(NOON.plus(Duration.ofHours(1)));
        var told = new SuspectEvents.Happened(person, CHARGED, now, "Custody record C1", StatusSource.CUSTODY, "Custody");
        transactions.run(() -> assertThat(happenings.apply(told, now)).isEqualTo(2));
        transactions.run(() -> assertThat(happenings.apply(told, now)).isZero());
        assertThat(page("open").file().suspects().getFirst().status()).isEqualTo(CHARGED);
        assertThat(page("shut").file().isOpen()).isTrue();
        assertThat(search.search(run + "-open", 8).hits()).isNotEmpty();
    }

    @Test
    void somebody_of_another_district_opens_neither_the_list_nor_the_page() {
        send(file("far"));
        var other = staff.someoneIn(Set.of(ground.otherDistrict()), Duty.SPECIALIST);
        assertThat(staff.as(other, () -> cases.page(run + "-far", null, true))).isEmpty();
        assertThat(staff.as(other, () -> cases.list(new CaseFilter(Show.OPEN, ground.district(), null), null, 9, true).total()))
                .isZero();
    }

    @Test
    void the_form_of_a_new_case_asks_for_the_victim_and_opens_the_case() {
        UI.getCurrent().navigate("cases/new");
        test($(TextField.class).withCaption("What it is about").single()).setValue("Threats");
        test($(TextField.class).withCaption("Given name").all().getFirst()).setValue("Test" + run);
        test($(Button.class).withText("Enter case").single()).click();
        assertThat($(H1.class).single().getText()).startsWith("Case CASE-2026-");
        assertThat($(Select.class).all()).isNotEmpty();
    }

    private CaseFixture file(String name) {
        return aCase(run + "-" + name).inArea(ground.code());
    }

    private void send(CaseFixture... sent) {
        staff.as(staff.account("crime-feed", Duty.FEED),
                () -> intake.takeInAll(Stream.of(sent).map(CaseFixture::message).toList()));
    }

    private CaseService.CaseList list(Show show) {
        return cases.list(new CaseFilter(show, ground.district(), null), null, 50, true);
    }

    private List<String> shown(Show show) {
        return list(show).page().items().stream()
                .map(row -> row.file().reference().substring(run.length() + 1))
                .toList();
    }

    private CasePage page(String name) {
        return cases.page(run + "-" + name, null, true).orElseThrow();
    }

    private long id(String name) {
        return page(name).file().id();
    }

    private int version(String name) {
        return page(name).file().version();
    }

    private List<Kind> kinds(String name) {
        return page(name).health().stream().map(HealthLine::kind).toList();
    }

    private String rows(String label) {
        return $(RowList.class).all().stream()
                .filter(list -> label.equals(list.getElement().getProperty("label")))
                .map(list -> list.getElement().getProperty("rowsJson"))
                .findFirst()
                .orElseThrow();
    }
}
