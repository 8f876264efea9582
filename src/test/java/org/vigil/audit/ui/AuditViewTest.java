package org.vigil.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.EmptyState;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.AUDITOR)
class AuditViewTest extends SpringBrowserlessTest {

    private static final SubjectRef CALL = new SubjectRef(SubjectType.INCIDENT, 77, "C-77");

    @Autowired
    private AuditLog log;

    private final String user = "v-" + UUID.randomUUID().toString().substring(0, 12);
    private final Viewer viewer = new Viewer(5L, user, "Somebody", Set.of(Duty.CALLS), null, Set.of(), "192.0.2.9");

    @Test
    void the_auditor_sees_the_filtered_entries_and_no_values() {
        log.record(viewer, AuditNote.change(CALL, "Phone changed").withField("phone", "secret-old", "secret-new"));
        open("user", user);

        assertThat($(H1.class).all()).extracting(H1::getText).containsExactly("Audit log");
        assertThat(rows()).contains("Phone changed", "Call C-77", user).doesNotContain("secret");
    }

    @Test
    void an_empty_list_says_why_and_offers_a_way_back() {
        open("user", "nobody-" + user);

        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No entry matches.", "Take a filter off");
        test($(Button.class).withText("Show everything").single()).click();
        assertThat(rows()).contains("Read the audit log: 0 entries");
    }

    @Test
    void a_time_that_can_not_be_read_is_said_and_taken_off() {
        open("from", "soon");
        assertThat($(Notification.class).all().getFirst().getElement().getTextRecursively())
                .contains("“soon” is not a day and a time");
    }

    @Test
    void the_log_is_verified_at_a_press_and_the_verdict_is_said_in_plain_words() {
        navigate(AuditView.class);
        test($(Button.class).withText("Verify the log now").single()).click();

        await().pollInSameThread().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            roundTrip();
            assertThat($(Paragraph.class).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(text -> text.matches("Intact: [\\d,]+ entries, checked in .*"));
        });
        assertThat($(Button.class).withText("Verify the log now").single().isEnabled())
                .isTrue();
    }

    private void open(String filter, String value) {
        UI.getCurrent().navigate("audit", QueryParameters.of(filter, value));
    }

    private String rows() {
        return $(RowList.class).single().getElement().getProperty("rowsJson");
    }
}
