package org.vigil.person.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigil.incident.PartyRole;
import org.vigil.person.SomePerson;
import org.vigil.shared.SubjectType;
import org.vigil.shared.ui.ReasonField;

class NewPersonViewTest extends OnPersonPage {

    @Test
    void those_held_who_are_alike_are_shown_before_somebody_is_entered_anew() {
        var held = edits.create(SomePerson.called("Ada" + run, "Moss" + run).born(SomePerson.day().toString()).details());
        UI.getCurrent().navigate("people/new");
        field("Given names").setValue("Ada" + run);
        field("Family name").setValue("Moss" + run);
        field("Year, if known").setValue("1992");
        $(ReasonField.class).single().setValue("She is at the desk");
        click("Look whether they are held");
        assertThat(json("People held who are alike")).contains("Ada" + run, "people/" + held);

        click("None of these: enter a new person");
        assertThat($(H1.class).single().getText()).isEqualTo("Ada" + run + " Moss" + run);
        assertThat(text()).contains("1992");
    }

    @Test
    void nobody_is_entered_without_a_reason_or_with_a_day_that_never_was() {
        UI.getCurrent().navigate("people/new");
        field("Family name").setValue("Moss" + run);
        click("Look whether they are held");
        assertThat($(ReasonField.class).single().isInvalid()).isTrue();
        $(ReasonField.class).single().setValue("She is at the desk");
        field("Day, if known").setValue("31");
        field("Month, if known (1 to 12)").setValue("2");
        field("Year, if known").setValue("1992");
        click("Look whether they are held");
        assertThat($(Notification.class).all()).isNotEmpty();
    }

    @Test
    void an_officer_says_on_the_call_who_a_party_is_whom_nothing_identified() {
        var call = Folk.flagged(run + "-1", NOON).with(PartyRole.WITNESS, "Cal" + run, "Doe" + run);
        folk.call(call, run + "-1");
        var id = someone();
        // Those named show once they are matched, or after some seconds.
        clock.advance(Duration.ofSeconds(15));
        UI.getCurrent().navigate("calls/" + folk.id(run + "-1"));
        field("Who it is").setValue(person(id).name());
        click("Find");
        party("What shows it").setValue("She told me herself");
        click("Say who it is");
        assertThat(links.of(SubjectType.INCIDENT, folk.id(run + "-1"))).singleElement()
                .satisfies(link -> assertThat(link.personId()).isEqualTo(id));
    }

    private ReasonField party(String label) {
        var form = $(org.vigil.shared.ui.FindField.class).single().getParent().orElseThrow();
        return form.getChildren()
                .filter(ReasonField.class::isInstance)
                .map(ReasonField.class::cast)
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
