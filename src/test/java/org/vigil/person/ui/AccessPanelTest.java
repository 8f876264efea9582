package org.vigil.person.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigil.person.MarkerType;
import org.vigil.person.PersonPart;
import org.vigil.person.Restriction;
import org.vigil.security.Account;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.ReasonField;

class AccessPanelTest extends OnPersonPage {

    @Test
    void a_supervisor_restricts_a_record_gives_an_officer_access_by_name_and_takes_it_back() {
        var officer = staff.someone(Duty.RESPONSE);
        var id = someone();
        open(id);
        assertThat(text()).contains("Open: everybody whose duty it is");

        click("Change who may see this");
        select("Who may see this?").setValue(Restriction.RESTRICTED);
        select("Owned by the duty").setValue(Duty.SUPERVISOR.label());
        why("A refuge worker told us");
        click("Save who may see this");
        assertThat(text()).contains("Restricted: others see", "A refuge worker told us", Duty.SUPERVISOR.label());
        assertThat(staff.as(officer, () -> access.glassUntil(id))).isNull();

        click("Give an officer access");
        choose("Officer", officer);
        why("Investigates it");
        click("Give access");
        assertThat(json("Who may see it besides")).contains(officer.displayName(), "Investigates it", "Take back");

        act("Who may see it besides", Long.toString(officer.id()), "take");
        why("Has moved on");
        click("Take it back");
        assertThat(json("Who may see it besides")).doesNotContain(officer.displayName());
    }

    @Test
    void who_looked_with_a_reason_stands_on_the_page_and_can_be_shut_out_again() {
        var officer = staff.someone(Duty.RESPONSE);
        var id = someone();
        access.limit(id, version(id), new org.vigil.person.PersonCore.Limits(
                Restriction.RESTRICTED, "A refuge", Duty.SUPERVISOR, null));
        staff.as(officer, () -> access.breakGlass(id, WHY));
        open(id);
        assertThat(json("Broken glass")).contains(officer.displayName(), WHY, "open now");

        var grant = folk.value("SELECT MAX(id) FROM person_access_grant WHERE person_id = " + id);
        act("Broken glass", grant, "close");
        assertThat(json("Broken glass")).contains("ended").doesNotContain("open now");
    }

    @Test
    void somebody_with_an_account_here_is_named_on_their_record_and_never_sees_it() {
        var officer = staff.someone(Duty.RESPONSE);
        var id = someone();
        open(id);
        click("This person has an account here");
        choose("Whose account is it?", officer);
        click("Save");
        assertThat(json("Accounts of this person")).contains("own record of " + officer.displayName());
        assertThat(staff.as(officer, () -> pages.open(id, false))).isEmpty();

        act("Accounts of this person", Long.toString(officer.id()), "off");
        assertThat(staff.as(officer, () -> pages.open(id, false))).isPresent();
    }

    @Test
    void what_broken_glass_showed_leaves_the_screen_when_its_hour_is_over() {
        var id = limited(Restriction.RESTRICTED);
        access.breakGlass(id, WHY);
        clock.advance(Duration.ofHours(1).minusMillis(1));
        open(id);
        assertThat(everything()).doesNotContain("A refuge");
        assertThat($(H1.class).single().getText()).isEqualTo(person(id).name());
        clock.advance(Duration.ofMillis(1));
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            roundTrip();
            assertThat($(H1.class).single().getText()).isEqualTo("Restricted: ask");
        });
        assertThat(everything()).doesNotContain(person(id).name());
    }

    @Test
    void what_may_be_seen_no_longer_is_not_printed_but_taken_off_the_screen() {
        var id = limited(Restriction.RESTRICTED);
        access.breakGlass(id, WHY);
        open(id);
        staff.as(Objects.requireNonNull(owner), () -> access.limit(id, version(id), new org.vigil.person.PersonCore.Limits(
                Restriction.SEALED, "A refuge", null, owner.id())));
        click("Print");
        assertThat(text()).contains("You see this record no longer").doesNotContain(person(id).name());
        assertThat(entries(id, "PRINT")).isEqualTo("0");
    }

    @Test
    void a_marker_that_nobody_reviewed_in_time_stands_at_the_top() {
        var id = someone();
        flags.mark(id, version(id), marker(MarkerType.WEAPONS, "Knife seen"));
        clock.pin(java.time.Instant.parse("2026-09-03T12:00:00Z"));
        open(id);
        assertThat(text()).doesNotContain("Review overdue");
        clock.pin(java.time.Instant.parse("2026-09-04T12:00:00Z"));
        UI.getCurrent().navigate("search");
        open(id);
        assertThat(text()).contains("Review overdue, it may no longer be right: weapons, by Thu 3 Sep 2026.");
    }

    @Test
    void an_address_that_became_a_refuge_shows_in_no_row_and_no_form() {
        var id = someone();
        edits.add(id, version(id), new PersonPart.Address("4 Mill Lane", "PR1 2AB", null, null, false));
        var held = person(id).parts(PersonPart.Address.class).getFirst();
        edits.correct(id, version(id), held.id(), new PersonPart.Address(
                "4 Mill Lane", "PR1 2AB", LocalDate.of(2026, 1, 1), null, true), "It is a refuge");
        open(id);
        assertThat(everything()).contains("Protected address: held, not shown").doesNotContain("Mill Lane", "PR1 2AB");
    }

    @Test
    void a_record_that_nobody_queued_is_merged_from_the_page_once_it_is_found() {
        var id = someone();
        var other = someone();
        open(id);
        click("This is the same person as…");
        field("The other record").setValue("person " + other);
        click("Find");
        why("The same by fingerprint");
        click("Merge the two");
        assertThat($(Notification.class).all()).isNotEmpty();
        assertThat(json("Merged records")).contains("Record " + other + " merged into " + id);
    }

    private void why(String reason) {
        $(ReasonField.class).all().getLast().setValue(reason);
    }

    @SuppressWarnings("unchecked") // what it selects is set as it was put in
    private Select<Object> select(String label) {
        return $(Select.class).withPropertyValue(Select::getLabel, label).single();
    }

    @SuppressWarnings("unchecked") // all that choose officers hold accounts
    private void choose(String label, Account officer) {
        ComboBox<Account> box = $(ComboBox.class).withPropertyValue(ComboBox::getLabel, label).single();
        box.setValue(box.getListDataView().getItems().filter(each -> each.id() == officer.id()).findFirst().orElseThrow());
    }
}
