package org.vigil.deadline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.upload.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.deadline.Catalogues;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.RuleService;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.ReasonField;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

@VigilTest
class DeadlinesViewTest extends SpringBrowserlessTest {

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private RuleService rules;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void pin() {
        clock.pin("2026-06-09T13:30:00Z");
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    @SignedIn(Duty.CUSTODY)
    void a_custody_sergeant_reads_when_it_is_due_and_why() {
        navigate(DeadlinesView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("Clocks");
        choose("DVPN_HEARING");
        start("28/3/26", "1000");
        assertThat(answer())
                .contains("Due Tue 31 Mar 2026 10:00", "One day is left out:", "Sun 29 Mar 2026: Sunday", "CSA 2010 s.27");
        assertThat($(CopyButton.class).single().text())
                .contains("DVPN: application heard (DVPN_HEARING)", "Started Sat 28 Mar 2026 10:00")
                .contains("Due Tue 31 Mar 2026 10:00", "Left out: Sun 29 Mar 2026: Sunday", "Basis: CSA 2010 s.27");
    }

    @Test
    @SignedIn(Duty.CUSTODY)
    void a_clock_that_ends_with_a_day_names_the_day() {
        navigate(DeadlinesView.class);
        choose("DAPO_NOTIFICATION");
        start("24/10/2026", "09:00");
        assertThat(answer()).contains("Due by the end of Mon 26 Oct 2026");
    }

    @Test
    @SignedIn(Duty.CUSTODY)
    void now_is_one_press() {
        navigate(DeadlinesView.class);
        choose("CUSTODY_DETENTION");
        test($(Button.class).withText("Now").single()).click();
        assertThat(answer()).contains("Due Wed 10 Jun 2026 14:30");
    }

    @Test
    @SignedIn(Duty.CUSTODY)
    void facts_that_the_rule_needs_appear_in_place_and_a_missing_one_is_named() {
        navigate(DeadlinesView.class);
        choose("CALL_ATTENDANCE");
        start("9/6/26", "1430");
        assertThat(answer()).contains("A fact is missing: the number of minutes");
        test($(IntegerField.class).single()).setValue(15);
        assertThat(answer()).contains("Due Tue 9 Jun 2026 14:45");
    }

    @Test
    @SignedIn(Duty.CUSTODY)
    void an_hour_that_happened_twice_is_asked_about_before_an_answer_is_given() {
        navigate(DeadlinesView.class);
        choose("CRIME_RECORDING");
        start("25/10/26", "0130");
        assertThat(answer()).doesNotContain("Due ");
        start("29/3/26", "0130");
        assertThat(answer()).doesNotContain("Due ");
    }

    @Test
    @SignedIn(Duty.ADMIN)
    void an_administrator_may_supersede_and_upload_and_sees_no_case() {
        navigate(DeadlinesView.class);
        assertThat($(Upload.class).all()).hasSize(1);
        assertThat($(RunningPanel.class).all()).isEmpty();
        new SupersedeDialog(rules, rule("INFORMATION_REQUEST"), clock, () -> {}).open();
        test($(Button.class).withText("Supersede the rule").single()).click();
        assertThat($(ReasonField.class).single().isInvalid()).as("a reason is needed").isTrue();
        assertThat(catalogues.current().versions("INFORMATION_REQUEST")).hasSize(1);
    }

    @Test
    @SignedIn(Duty.CUSTODY)
    void nobody_else_may_upload() {
        navigate(DeadlinesView.class);
        assertThat($(Upload.class).all()).isEmpty();
        assertThat($(RunningPanel.class).all()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private void choose(String code) {
        ((ComboBox<DeadlineRule>) $(ComboBox.class).single()).setValue(rule(code));
    }

    private void start(String day, String time) {
        $(MomentField.class).all().getFirst().type(day, time);
        test($(Button.class).withText("Work it out").single()).click();
    }

    private String answer() {
        return $(AnswerPanel.class).single().getElement().getTextRecursively();
    }

    private DeadlineRule rule(String code) {
        return catalogues.current().inForce(code, clock.instant()).orElseThrow();
    }
}
