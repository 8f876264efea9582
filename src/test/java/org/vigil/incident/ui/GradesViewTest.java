package org.vigil.incident.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigil.db.generated.Tables.INCIDENT_FEED;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.db.Transactions;
import org.vigil.incident.FeedService;
import org.vigil.incident.GradePolicyService;
import org.vigil.incident.data.FeedStore;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.ADMIN)
class GradesViewTest extends SpringBrowserlessTest {

    private static final Instant FAR_AHEAD = Instant.parse("2090-01-01T00:00:00Z");

    @Autowired
    private GradePolicyService policies;

    @Autowired
    private FeedService feeds;

    @Autowired
    private FeedStore store;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DSLContext sql;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void the_policy_in_force_stands_there_with_each_grade_and_its_target() {
        UI.getCurrent().navigate("admin/grades");

        assertThat(rows()).contains("Immediate", "15 min urban, 20 min rural, counted from received · sent as IMMEDIATE",
                "no attendance target");
    }

    @Test
    void a_policy_is_superseded_from_a_day_on_and_the_old_one_stays() {
        var before = policies.versions().getFirst();
        // Far ahead: every other test is about calls that the shipped policy measures.
        var day = UkTime.localDay(before.validFrom().isAfter(FAR_AHEAD) ? before.validFrom() : FAR_AHEAD).plusDays(2);
        UI.getCurrent().navigate("admin/grades");
        press("Supersede the policy");

        test(field("Name of the policy")).setValue("Policy " + mark);
        test(field("In force from the first minute of")).setValue(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day));
        test(field("Grade 1")).setValue("P1 " + mark);
        test($(TextArea.class).withCaption("Why, and on whose authority").single()).setValue("Chief officers");
        pressInDialog("Supersede the policy");

        var after = policies.versions();
        assertThat(after.getFirst().name()).isEqualTo("Policy " + mark);
        assertThat(after.getFirst().validFrom()).isEqualTo(UkTime.startOf(day));
        assertThat(after.getFirst().grades()).hasSameSizeAs(before.grades());
        assertThat(after.getFirst().grade("P1 " + mark)).isPresent();
        assertThat(after.get(1).id()).isEqualTo(before.id());
        assertThat(after.get(1).validTo()).isEqualTo(UkTime.startOf(day));
        assertThat($(Dialog.class).exists()).isFalse();
        assertThat(rows()).contains("P1 " + mark);
    }

    @Test
    void what_can_not_be_taken_is_said_in_place_and_nothing_is_lost() {
        UI.getCurrent().navigate("admin/grades");
        press("Supersede the policy");
        test(field("In force from the first minute of")).setValue("01/01/2099");
        press("Add a grade");
        test($(TextArea.class).withCaption("Why, and on whose authority").single()).setValue("Chief officers");
        pressInDialog("Supersede the policy");

        assertThat($(Paragraph.class, $(Dialog.class).single()).withClassName("callout").single().getText())
                .contains("needs the name that command and control sends");
    }

    @Test
    void a_feed_is_given_the_silence_that_it_may_keep() {
        transactions.run(() -> store.heard(java.util.List.of("Feed " + mark), Instant.parse("2026-03-03T12:00:00Z")));
        var id = sql.select(INCIDENT_FEED.ID).from(INCIDENT_FEED).where(INCIDENT_FEED.SOURCE.eq("Feed " + mark))
                .fetchSingle().value1();
        UI.getCurrent().navigate("admin/grades");
        var list = $(RowList.class).last();
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                list, new RowList.ActionEvent(list, true, Long.toString(id), "limit"));

        test($(IntegerField.class).withCaption("Minutes of silence before somebody is told").single()).setValue(90);
        pressInDialog("Change the limit");

        assertThat(feeds.all()).anySatisfy(feed -> {
            assertThat(feed.source()).isEqualTo("Feed " + mark);
            assertThat(feed.silentAfterMinutes()).isEqualTo(90);
        });
        assertThat(rows()).contains("Somebody is told after 90 minutes of silence");
    }

    private String rows() {
        return String.join("\n", $(RowList.class).all().stream()
                .map(list -> list.getElement().getProperty("rowsJson", ""))
                .toList());
    }

    private TextField field(String label) {
        return $(TextField.class).withCaption(label).single();
    }

    private void press(String label) {
        test($(Button.class).withText(label).first()).click();
    }

    private void pressInDialog(String label) {
        test($(Button.class, $(Dialog.class).single()).withText(label).first()).click();
    }
}
