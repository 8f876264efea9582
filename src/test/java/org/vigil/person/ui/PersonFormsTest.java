package org.vigil.person.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vigil.person.ExternalKind;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.PersonPart;
import org.vigil.shared.ui.ReasonField;

class PersonFormsTest extends OnPersonPage {

    @Test
    void an_alias_is_added_in_place_and_a_change_made_meanwhile_loses_nothing_that_was_typed() {
        var id = someone();
        open(id);
        click("Add name");
        field("Given names").setValue("Slim");
        edits.add(id, version(id), new PersonPart.Phone("07700 900999", null));

        click("Add");
        assertThat($(Notification.class).all()).isNotEmpty();
        assertThat(field("Given names").getValue()).isEqualTo("Slim");
        assertThat(everything()).contains("07700 900999");

        click("Add");
        assertThat(everything()).contains("Slim", "alias");
        assertThat(person(id).parts(PersonPart.Name.class)).extracting(held -> held.part().words()).contains("Slim");
    }

    @Test
    void a_number_is_corrected_from_its_row_with_a_reason_and_the_old_one_stays_as_wrong() {
        var id = someone();
        edits.add(id, version(id), new PersonPart.Phone("07700 900111", null));
        open(id);

        var held = person(id).parts(PersonPart.Phone.class).getFirst();
        act("Telephone and e-mail", "Phone-" + held.id(), "correct");
        field("Telephone number").setValue("07700 900222");
        $(ReasonField.class).all().getLast().setValue("He said so himself");
        click("Correct it");

        assertThat(person(id).parts(PersonPart.Phone.class)).extracting(each -> each.part().number() + " " + each.state())
                .containsExactly("07700 900222 CURRENT", "07700 900111 WRONG");
        assertThat(everything()).contains("He said so himself");
    }

    @Test
    void a_flag_is_asked_for_chased_by_a_clock_and_settled_with_what_shows_it() {
        var id = someone();
        open(id);
        click("Ask for a flag");
        field("What must stand there").setValue("Warning: weapons");
        $(ReasonField.class).all().getLast().setValue("Knife seen");
        click("Ask for it");
        assertThat(text()).contains("Flag on PNC: Warning: weapons, asked for Tue 3 Mar 2026 12:00");
        assertThat(json("Flags in other systems")).contains("to be chased", "2026-03-04T12:00:00Z");

        act("Flags in other systems", Long.toString(person(id).flags().getFirst().id()), "set");
        $(ReasonField.class).all().getLast().setValue("PNC screen of 12:10");
        click("Save");
        assertThat(json("Flags in other systems")).contains("PNC screen of 12:10", "\"set\"").doesNotContain("chased");
        assertThat(text()).doesNotContain("Flag on PNC");
    }

    @Test
    void what_another_system_holds_is_shown_as_theirs_and_can_be_ended() {
        var id = someone();
        edits.external(id, version(id), new NewExternalRecord(
                ExternalKind.INTELLIGENCE, "PND", "P/77", LocalDate.of(2025, 4, 5), "Seen with a firearm"));
        open(id);
        assertThat(json("Held by other systems")).contains("Held by PND, P/77; dated Sat 5 Apr 2025", "Seen with a firearm");
        assertThat(history()).contains("Intelligence, held by PND");

        act("Held by other systems", Long.toString(person(id).externalRecords().getFirst().id()), "end");
        $(com.vaadin.flow.component.select.Select.class).all().getLast().setValue(org.vigil.person.PartState.WRONG);
        $(ReasonField.class).all().getLast().setValue("Another person of the name");
        click("End it");
        assertThat(json("Held by other systems")).contains("Wrong");
        assertThat(history()).doesNotContain("Intelligence");
    }

    @Test
    void safe_contact_is_told_at_the_top_as_soon_as_it_is_known() {
        var id = someone();
        open(id);
        click("Change safe contact");
        area("How to reach them safely").setValue("Ring her sister");
        area("What must never be done").setValue("Post");
        click("Save safe contact");
        assertThat(text()).contains("Contact safely: Ring her sister · Never: Post");
    }

    @Test
    void the_address_of_a_merged_record_leads_to_the_one_that_stands_where_it_can_be_undone() {
        var one = someone();
        var other = someone();
        matches.merge(one, other, "The same by fingerprint");

        open(other);
        assertThat($(H1.class).single().getText()).isEqualTo(person(one).name());
        assertThat(everything()).contains("Record " + other + " merged into " + one);

        act("Merged records", folk.value("SELECT id FROM person_merge WHERE merged_id = " + other), "undo");
        $(ReasonField.class).all().getLast().setValue("Another finger");
        click("Undo the merge");
        assertThat(reads.survivorOf(other)).hasValue(other);
    }
}
