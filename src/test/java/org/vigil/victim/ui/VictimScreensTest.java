package org.vigil.victim.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.casework.SuspectStatus;
import org.vigil.incident.Ground;
import org.vigil.incident.RiskGrade;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;
import org.vigil.victim.ContactMeans;
import org.vigil.victim.UpdateState;
import org.vigil.victim.VictimGround;
import org.vigil.victim.VictimPage;
import org.vigil.victim.VictimService;

@VigilTest
@SignedIn(Duty.SUPERVISOR)
class VictimScreensTest extends SpringBrowserlessTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Autowired
    private VictimGround ground;

    @Autowired
    private VictimService victims;

    @Autowired
    private AreaService areas;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    private Ground land = new Ground(0, 0, "", 0, "");
    private VictimGround.Held held = new VictimGround.Held(0, "", org.vigil.person.NamedPerson.called(null, null));

    @BeforeEach
    void a_bailed_suspect() {
        clock.pin(NOON);
        land = Ground.anew(areas, staff);
        held = ground.aCase(NOON.minus(Duration.ofHours(2)), land.district(), RiskGrade.HIGH, true);
        ground.suspect(held, null, SuspectStatus.BAILED, NOON.minus(Duration.ofHours(1)), "not to contact the victim", NOON);
    }

    @AfterEach
    void let_the_clock_go() {
        clock.release();
    }

    @Test
    void the_list_says_who_must_be_told_what_by_when() {
        open("victims", Map.of("area", Long.toString(land.district())));

        assertThat($(H1.class).single().getText()).isEqualTo("Victims to be told");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat(rows("Victims, those who must be told first on top"))
                    .contains(held.victim().name() + " · Released on bail", "High risk", "Enhanced rights", "2026-03-05T00:00:00Z");
        });
        assertThat($(PageHeader.class).single().getElement().getTextRecursively())
                .contains("1 to be told, 0 of them overdue · 1 at high risk not reached since the report");
    }

    @Test
    void a_clock_leads_to_the_form_that_records_the_contact_and_what_it_told() {
        var update = page().victims().getFirst().updates().getFirst().of();
        UI.getCurrent().navigate("cases/updates/" + update.id());

        assertThat($(H1.class).single().getText()).isEqualTo("Victim in case " + held.reference());
        assertThat(text()).contains("Safe contact not recorded: ask before you ring.");
        assertThat(rows("What the victim must be told, and was told"))
                .contains("The suspect was released on bail: not to contact the victim.");
        var form = details("Record a contact");
        assertThat(form.isOpened()).isTrue();
        var means = (Select<ContactMeans>) $(Select.class, form).withCaption("How").single();
        means.setValue(ContactMeans.CALL);
        click(form, "Record contact");
        assertThat(page().victims().getFirst().contacts()).isEmpty();

        $(TextArea.class, form).withCaption("Why it is made all the same").single().setValue("He may be on his way to her");
        click(form, "Record contact");

        var now = page().victims().getFirst();
        assertThat(now.updates().getFirst().of().state()).isEqualTo(UpdateState.TOLD);
        assertThat(now.contacts().getFirst().outsideWhy()).isEqualTo("He may be on his way to her");
        assertThat(rows("What the victim must be told, and was told")).contains("told in time");
    }

    @Test
    void what_is_missing_stands_first_and_the_children_have_a_panel_of_their_own() {
        UI.getCurrent().navigate("cases/key/" + held.id() + "/victim");

        assertThat(rows("What is missing for the victim and the children"))
                .contains("High risk, and not referred to an IDVA.", "Special measures are not assessed.",
                        "The school of one child was not told.");
        assertThat(text()).contains("Referral to children's services and CAIU", "Nobody said yet");
    }

    @Test
    @SignedIn(Duty.LEADER)
    void a_leader_reads_it_and_is_offered_no_form() {
        UI.getCurrent().navigate("cases/key/" + held.id() + "/victim");

        assertThat($(Details.class).all()).isEmpty();
        assertThat(text()).contains(held.victim().name());
    }

    private void open(String route, Map<String, String> query) {
        UI.getCurrent().navigate(route, QueryParameters.simple(query));
        roundTrip();
    }

    private VictimPage page() {
        return staff.as(staff.account("test-victim-page", Duty.SUPERVISOR), () -> victims.page(held.id(), false)).orElseThrow();
    }

    private String rows(String label) {
        return $(RowList.class).all().stream()
                .filter(list -> label.equals(list.getElement().getProperty("label")))
                .map(list -> list.getElement().getProperty("rowsJson", ""))
                .reduce("", String::concat);
    }

    private String text() {
        return $(VictimSection.class).single().getElement().getTextRecursively();
    }

    private Details details(String summary) {
        return $(Details.class).all().stream()
                .filter(each -> each.getSummaryText().equals(summary))
                .findFirst()
                .orElseThrow();
    }

    private void click(Details form, String text) {
        test($(Button.class, form).withText(text).single()).click();
    }
}
