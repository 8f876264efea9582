package org.vigil.casework.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.CaseChanges;
import org.vigil.casework.NewCase;
import org.vigil.casework.SuspectStatus;
import org.vigil.person.NamedAddress;
import org.vigil.person.NamedPerson;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;

/** Enters a case that the crime system does not have, or not yet. */
@Route("cases/new")
@PageTitle("New case · Vigil")
@RolesAllowed({"SUPERVISOR", "SPECIALIST"})
class NewCaseView extends Div {

    private final CaseChanges changes;
    private final Clock clock;
    private final TextField title = field("What it is about", 200);
    private final Select<Area> area = new Select<>();
    private final MomentField reported;
    private final TextField call = field("Reference of the call it came from", 60);
    private final TextField crime = field("Reference of the crime", 60);
    private final TextField offence = field("Offence", 200);
    private final Somebody victim;
    private final Somebody suspect;
    private final Select<SuspectStatus> status = new Select<>();

    NewCaseView(CaseChanges changes, AreaDirectory areas, CurrentViewer viewers, Clock clock) {
        this.changes = changes;
        this.clock = clock;
        var viewer = viewers.get();
        title.setRequiredIndicatorVisible(true);
        area.setLabel("Area");
        area.setItems(areas.all().stream().filter(one -> one.active() && viewer.covers(one.id())).toList());
        area.setItemLabelGenerator(one -> one == null ? "Whole force" : areas.pathName(one.id()));
        area.setEmptySelectionAllowed(true);
        area.setEmptySelectionCaption("Whole force");
        reported = new MomentField("Reported", clock);
        reported.setHelperText("Leave both empty for now.");
        victim = new Somebody(clock);
        suspect = new Somebody(clock);
        status.setLabel("Where the suspect stands");
        status.setItems(SuspectStatus.values());
        status.setItemLabelGenerator(SuspectStatus::label);
        status.setValue(SuspectStatus.OUTSTANDING);
        var save = new Button("Enter case", click -> enter());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        addClassName("stack");
        add(
                new PageHeader("New case", "It stands beside those of the crime system and gets a number of its own."),
                new Panel("The case", form(title, area, reported, call, crime, offence)),
                new Panel("Victim", victim),
                new Panel("Suspect, where one is known", suspect, form(status)),
                save);
    }

    private void enter() {
        var at = reported.isBlank() ? Optional.of(clock.instant()) : reported.read();
        if (!victim.isNamed()) {
            Notices.problem("Name the victim: a part of the name will do.");
            return;
        }
        if (at.isEmpty() || !victim.isRight() || !suspect.isRight()) {
            return;
        }
        Notices.attempt(() -> {
            var reference = changes.enter(new NewCase(
                    title.getValue(), area.isEmpty() ? null : area.getValue().id(), at.get(), call.getValue(),
                    crime.getValue(), offence.getValue(), victim.person(), suspect.isNamed() ? suspect.person() : null,
                    status.getValue()));
            Notices.done("Case " + reference + " entered");
            UI.getCurrent().navigate("cases/" + reference);
        });
    }

    private static Div form(Component... fields) {
        var form = new Div(fields);
        form.addClassName("form");
        return form;
    }

    private static TextField field(String label, int most) {
        var field = new TextField(label);
        field.setMaxLength(most);
        return field;
    }

    /** Somebody as the officer knows them. */
    private static final class Somebody extends Div {

        private final TextField given = field("Given name", 120);
        private final TextField family = field("Family name", 120);
        private final DayField born;
        private final TextField phone = field("Telephone", 40);
        private final TextField address = field("Address", 200);
        private final TextField postcode = field("Postcode", 40);

        Somebody(Clock clock) {
            born = new DayField("Date of birth", clock);
            addClassName("form");
            add(given, family, born, phone, address, postcode);
        }

        boolean isNamed() {
            return Stream.of(given, family).anyMatch(field -> !field.getValue().isBlank());
        }

        boolean isRight() {
            return born.read().isPresent() || born.getValue().isBlank();
        }

        NamedPerson person() {
            var place = text(address) == null && text(postcode) == null
                    ? null
                    : new NamedAddress(text(address), text(postcode));
            return new NamedPerson(
                    text(given), text(family), born.read().orElse(null), null, text(phone), place, List.of());
        }

        private static @Nullable String text(TextField field) {
            return PeopleForms.text(field);
        }
    }
}
