package org.vigil.deadline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.alert.AlertFixture;
import org.vigil.alert.AlertRaiser;
import org.vigil.db.Transactions;
import org.vigil.deadline.Clockwork;
import org.vigil.deadline.DeadlineState;
import org.vigil.security.AreaService;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.Databases;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.TestClock;
import org.vigil.testkit.VigilTest;

/** What officers enter about a clock from the list of those that run. */
@VigilTest
class ClocksByHandTest extends SpringBrowserlessTest {

    @Autowired
    private Clockwork clockwork;

    @Autowired
    private AlertRaiser raiser;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Databases databases;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private AreaService areas;

    @Autowired
    private TestClock clock;

    private SubjectRef call;

    @BeforeEach
    void the_most_overdue_clock_of_all_stands_first() {
        clock.pin("2026-06-09T13:30:00Z");
        call = clockwork.call();
        var longAgo = Instant.parse("1901-01-01T10:00:00Z")
                .plusSeconds(ThreadLocalRandom.current().nextLong(86_400 * 300L));
        clockwork.open("CRIME_RECORDING", call, longAgo, clock.instant());
    }

    @AfterEach
    void it_is_off_the_list_again() {
        clockwork.play(
                clock.instant(), new org.vigil.deadline.DeadlineChange.Cancel("CRIME_RECORDING", call, "the test is over"));
        clock.release();
    }

    @Test
    @SignedIn(Duty.SUPERVISOR)
    void a_clock_is_entered_as_done_with_its_time_and_what_shows_it() {
        open();
        press("done");
        assertThat($(ClockForm.class).single().getElement().getTextRecursively())
                .contains("Enter as done: Do it · " + call.reference());

        test($(Button.class).withText("Enter as done").single()).click();
        assertThat($(ReasonField.class).single().isInvalid()).as("evidence is needed").isTrue();
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.BREACHED);

        in(MomentField.class).type("9/6/26", "1400");
        $(ReasonField.class).single().setValue("Crime report 4711");
        test($(Button.class).withText("Enter as done").single()).click();
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(clockwork.only(call).metEvidence()).isEqualTo("By hand: Crime report 4711");
        assertThat($(ClockForm.class).all()).as("the form is shut").isEmpty();
        soon(() -> assertThat(rows()).doesNotContain(call.reference()));
    }

    @Test
    @SignedIn(Duty.SUPERVISOR)
    void a_clock_that_does_not_apply_is_cancelled_with_a_reason() {
        open();
        press("cancel");
        test($(Button.class).withText("Cancel the clock").single()).click();
        assertThat($(ReasonField.class).single().isInvalid()).as("a reason is needed").isTrue();
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.BREACHED);

        $(ReasonField.class).single().setValue("Entered on the wrong call");
        test($(Button.class).withText("Cancel the clock").single()).click();
        assertThat(clockwork.only(call).state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(clockwork.only(call).reason()).isEqualTo("Entered on the wrong call");
    }

    @Test
    @SignedIn({Duty.SUPERVISOR, Duty.CUSTODY})
    void a_list_that_stays_open_is_logged_again_after_a_quarter_of_an_hour() {
        open();
        var before = logged();
        refresh();
        soon(() -> assertThat(rows()).contains(call.reference()));
        clock.advance(Duration.ofMinutes(15));
        refresh();
        soon(() -> assertThat(logged()).isGreaterThan(before));
    }

    /** As a change of any alert does. */
    private void refresh() {
        transactions.run(() -> raiser.raise(List.of(AlertFixture.alert(AlertFixture.key(), null)), clock.instant()));
    }

    private long logged() {
        return new AlertFixture(databases, staff, areas)
                .number(
                        "SELECT COUNT(*) FROM audit_shown shown JOIN audit_entry entry ON entry.id = shown.entry_id"
                                + " WHERE entry.action = 'SEARCH' AND shown.subject_type = 'INCIDENT' AND shown.subject_id = ?",
                        call.id());
    }

    @Test
    @SignedIn(Duty.RESPONSE)
    void an_officer_may_enter_what_was_done_and_is_not_offered_to_cancel() {
        open();
        assertThat(rows()).contains("Enter as done…").doesNotContain("Cancel…");
        press("done");
        in(MomentField.class).type("1/1/1901", "1000");
        $(ReasonField.class).single().setValue("The notebook says so");
        test($(Button.class).withText("Enter as done").single()).click();
        assertThat($(Notification.class).all().getLast().getElement().getTextRecursively()).isNotBlank();
        assertThat(clockwork.only(call).state()).as("not before it started").isEqualTo(DeadlineState.BREACHED);
    }

    private void open() {
        UI.getCurrent().navigate(DeadlinesView.class);
        soon(() -> assertThat(rows()).contains(call.reference()));
    }

    private void press(String action) {
        var list = list();
        var id = Long.toString(clockwork.only(call).id());
        ComponentUtil.fireEvent(list, new RowList.ActionEvent(list, true, id, action));
    }

    private <T extends MomentField> MomentField in(Class<T> field) {
        return $(field).all().getFirst().getParent().filter(ClockForm.class::isInstance).isPresent()
                ? $(field).all().getFirst()
                : $(field).all().getLast();
    }

    private RowList list() {
        return $(RowList.class).all().getLast();
    }

    private String rows() {
        return String.valueOf(list().getElement().getProperty("rowsJson"));
    }

    private void soon(ThrowingRunnable check) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            check.run();
        });
    }
}
