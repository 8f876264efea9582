package org.vigil.person.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vigil.incident.CallFixture;
import org.vigil.incident.PartyRole;
import org.vigil.person.Answer;
import org.vigil.person.BirthDate;
import org.vigil.person.Characteristic;
import org.vigil.person.ExternalKind;
import org.vigil.person.MarkerType;
import org.vigil.person.NewExternalRecord;
import org.vigil.person.NewRelationship;
import org.vigil.person.PersonPart;
import org.vigil.person.RelationshipKind;
import org.vigil.person.Restriction;
import org.vigil.person.SomePerson;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.ReasonField;
import org.vigil.testkit.SignedIn;

class PersonViewTest extends OnPersonPage {

    private final LocalDate birthday = SomePerson.day();

    @Test
    void the_top_says_who_this_is_to_us() {
        var him = SomePerson.called("Ben" + run, "Hale" + run).born(birthday.toString());
        var her = SomePerson.called("Ada" + run, "Moss" + run).born(SomePerson.day().toString());
        var people = folk.call(Folk.flagged(run + "-1", NOON.minus(Duration.ofDays(40))), run + "-1",
                new Folk.Part("SUSPECT", him), new Folk.Part("VICTIM", her));
        folk.call(Folk.flagged(run + "-2", NOON.minus(Duration.ofDays(2))), run + "-2", new Folk.Part("SUSPECT", him));
        var id = people.getFirst();
        flags.mark(id, version(id), marker(MarkerType.WEAPONS, "Knife seen"));
        edits.add(id, version(id), new PersonPart.Birth(BirthDate.of(LocalDate.of(1989, 2, 3))));

        open(id);

        assertThat($(H1.class).single().getText()).isEqualTo("Ben" + run + " Hale" + run);
        assertThat(text()).contains(
                "Several dates of birth claimed", "3 Feb 1989", new PersonPart.Birth(BirthDate.of(birthday)).words(), "Warning: weapons (Knife seen).",
                "Suspect in 2. The last: Call " + run + "-2", "Contact safely: not recorded. Ask before you ring or write.");
    }

    @Test
    void one_chronology_tells_of_calls_and_of_those_with_former_partners_and_can_be_filtered() {
        var him = SomePerson.called("Ben" + run, "Hale" + run).born(birthday.toString());
        var her = SomePerson.called("Ada" + run, "Moss" + run).born(SomePerson.day().toString());
        var people = folk.call(Folk.flagged(run + "-1", Instant.parse("2024-06-01T20:00:00Z")).urban(), run + "-1",
                new Folk.Part("SUSPECT", him), new Folk.Part("VICTIM", her));
        folk.call(Folk.flagged(run + "-2", NOON.minus(Duration.ofDays(2))), run + "-2", new Folk.Part("WITNESS", him));
        var id = people.getFirst();
        edits.relate(id, version(id), new NewRelationship(people.getLast(), RelationshipKind.FORMER_PARTNER, null, null, null));
        edits.external(id, version(id), new NewExternalRecord(
                ExternalKind.CONVICTION, "PNC", "12/34", LocalDate.of(2019, 4, 5), "Assault by beating"));

        open(id);
        var all = history();
        assertThat(all).contains("Call " + run + "-2", "Call " + run + "-1", "Ashby Road", "Suspect",
                "With Ada" + run + " Moss" + run + " (former partner, victim)", "Conviction, held by PNC",
                "Partner or former partner", "calls/" + folk.id(run + "-1"));
        assertThat(all.indexOf(run + "-2")).isLessThan(all.indexOf(run + "-1"));

        open(id, "partner", "yes");
        assertThat(history()).contains(run + "-1").doesNotContain(run + "-2", "Conviction");
        open(id, "role", "Witness");
        assertThat(history()).contains(run + "-2").doesNotContain("Conviction");
        open(id, "year", "2019");
        assertThat(history()).contains("Conviction").doesNotContain(run + "-1");
    }

    @Test
    void a_protected_address_shows_nowhere_not_even_as_the_place_of_a_call() {
        var her = SomePerson.called("Ada" + run, "Moss" + run).born(SomePerson.day().toString());
        var id = folk.call(
                        Folk.flagged(run + "-1", NOON).at("9 Refuge " + run, "ZZ1 1ZZ", null), run + "-1",
                        new Folk.Part("VICTIM", her))
                .getFirst();
        edits.add(id, version(id), new PersonPart.Address("9 Refuge " + run, "ZZ1 1ZZ", null, null, true));

        open(id);

        assertThat(everything()).contains("Protected address: held, not shown", "The place is protected and not shown.")
                .doesNotContain("9 Refuge", "ZZ1 1ZZ");
    }

    @Test
    void not_asked_declined_and_unknown_are_kept_apart() {
        var id = someone();
        edits.answer(id, version(id), Characteristic.RELIGION, Answer.DECLINED, null, "");
        edits.answer(id, version(id), Characteristic.ETHNICITY, Answer.GIVEN, "Welsh", "");
        edits.answer(id, version(id), Characteristic.DISABILITY, Answer.UNKNOWN, null, "");

        open(id);

        assertThat(text()).contains("Religion or beliefDeclined to say", "Self-defined ethnicityWelsh", "DisabilityUnknown",
                "Gender identityNot asked");
    }

    @Test
    void of_an_unknown_and_a_sealed_record_there_is_nothing_here() {
        UI.getCurrent().navigate("people/999999999999");
        assertThat($(H1.class).single().getText()).isEqualTo("Nothing here");

        var id = limited(Restriction.SEALED);
        UI.getCurrent().navigate("people/" + id);
        assertThat($(H1.class).single().getText()).isEqualTo("Nothing here");
    }

    @Test
    @SignedIn(Duty.RESPONSE)
    void a_restricted_record_says_whom_to_ask_and_opens_for_an_hour_with_a_reason() {
        var id = limited(Restriction.RESTRICTED);
        var name = staff.as(owner, () -> person(id).name());
        UI.getCurrent().navigate("people/" + id);
        assertThat($(H1.class).single().getText()).isEqualTo("Restricted: ask");
        assertThat(text()).contains("This record is restricted.", "The officer who owns it is alerted").doesNotContain(name);

        var reason = $(ReasonField.class).single();
        reason.setValue("need it");
        click("Break the glass for an hour");
        assertThat(text()).doesNotContain(name);
        reason.setValue(WHY);
        click("Break the glass for an hour");

        assertThat($(H1.class).single().getText()).isEqualTo(name);
        assertThat(text()).contains("You broke the glass: you see it until Tue 3 Mar 2026 13:00");
    }

    @Test
    void opening_a_page_is_one_entry_and_printing_another() {
        var id = someone();
        open(id);
        assertThat(entries(id, "VIEW")).isEqualTo("1");
        click("Print");
        assertThat(entries(id, "PRINT")).isEqualTo("1");
        assertThat(entries(id, "VIEW")).isEqualTo("1");
        assertThat(text()).contains("Printed by Test test-supervisor, Tue 3 Mar 2026 12:00");
    }

    @Test
    @SignedIn(Duty.LEADER)
    void who_may_not_change_people_is_not_offered_to() {
        var id = staff.as(staff.someone(Duty.SUPERVISOR), () -> edits.create(SomePerson.anew().details()));
        open(id);
        assertThat($(Button.class).all()).extracting(Button::getText).contains("Print").doesNotContain("Add name");
    }

    @Test
    void the_page_of_a_call_leads_to_the_people_of_its_parties() {
        var call = CallFixture.aCall(run + "-1").inArea(folk.ground().code()).flagged().graded("IMMEDIATE").receivedAt(NOON)
                .with(PartyRole.VICTIM, "Ada" + run, "Moss" + run);
        staff.as(staff.account("test-feed", Duty.FEED), () -> calls.takeInAll(java.util.List.of(call.message())));
        peopleOfCalls.run(NOON);

        UI.getCurrent().navigate("calls/" + folk.id(run + "-1"));

        var person = folk.value("SELECT COALESCE(p.survivor_id, p.id) FROM person_link l JOIN person p ON p.id = l.person_id"
                + " WHERE l.subject_type = 'INCIDENT' AND l.subject_id = " + folk.id(run + "-1"));
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).contains("people/" + person);
    }
}
