package org.vigil.person.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.NameKind;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonDetails;
import org.vigil.person.PersonEntering;
import org.vigil.person.PersonEntering.Likely;
import org.vigil.person.PersonPart;
import org.vigil.person.Sex;
import org.vigil.person.rules.PersonAnswer;
import org.vigil.person.search.ui.LastSearch;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;

/** Enters somebody whom no feed named: first those held who are alike are shown, then, where it is none of them, it is done. */
@StyleSheet("context://assets/person.css")
@Route("people/new")
@PageTitle("Enter a new person · Vigil")
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "CALLS", "CUSTODY", "MARAC", "COURT"})
class NewPersonView extends Div implements BeforeEnterObserver {

    /** Words that can only be a name: no digit, no sign but those that names have. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}'’.-]+(?: +[\\p{L}'’.-]+){0,3}");

    private final PersonEntering entering;
    private final Clock clock;
    private final TextField given = PartFields.text("Given names", null);
    private final TextField family = PartFields.text("Family name", null);
    private final TextField phone = PartFields.text("Telephone number", null);
    private final TextField line = PartFields.text("Address", null);
    private final TextField postcode = PartFields.text("Postcode", null);
    private final Checkbox hidden = new Checkbox("Protected: a refuge or a hiding place, shown nowhere");
    private final PartFields birth;
    private final Select<Sex> sex = Editor.select("Sex", List.of(Sex.values()), Sex::label);
    private final ReasonField why = new ReasonField("Why they are entered");
    private final Div answer = new Div();
    private @Nullable PersonDetails looked;

    NewPersonView(PersonEntering entering, Clock clock) {
        this.entering = entering;
        this.clock = clock;
        birth = PartFields.of(PersonPart.Birth.class, null, clock);
        sex.setValue(Sex.NOT_ASKED);
        answer.addClassName("stack");
        answer.getElement().setAttribute("aria-live", "polite");
        var form = new Div(given, family);
        form.addClassName("form");
        birth.fields().forEach(form::add);
        var look = new Button("Look whether they are held", click -> look());
        look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        form.add(sex, phone, line, postcode, hidden, why, look);
        addClassNames("stack", "person-new");
        add(
                new PageHeader("Enter a new person", "Whoever a call, a feed or an officer named before is held already: look first."),
                new Panel("What is known", form),
                answer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (given.isEmpty() && family.isEmpty()) {
            LastSearch.text().map(String::strip).filter(text -> NAME.matcher(text).matches()).ifPresent(name -> {
                var last = name.lastIndexOf(' ');
                given.setValue(last < 0 ? "" : name.substring(0, last).strip());
                family.setValue(name.substring(last + 1));
            });
        }
    }

    private PersonDetails typed() {
        var parts = new ArrayList<PersonPart>();
        if (!given.getValue().isBlank() || !family.getValue().isBlank()) {
            parts.add(new PersonPart.Name(NameKind.USED, PartFields.typed(given), PartFields.typed(family)));
        }
        var born = (PersonPart.Birth) birth.read().get();
        if (born.date().day() != null || born.date().month() != null || born.date().year() != null) {
            parts.add(born);
        }
        if (!phone.getValue().isBlank()) {
            parts.add(new PersonPart.Phone(phone.getValue().strip(), null));
        }
        if (!line.getValue().isBlank() || !postcode.getValue().isBlank()) {
            parts.add(new PersonPart.Address(
                    PartFields.typed(line), PartFields.typed(postcode), null, null, hidden.getValue()));
        }
        return new PersonDetails(sex.getValue(), parts);
    }

    private void look() {
        if (why.read().isEmpty()) {
            return;
        }
        Notices.attempt(() -> {
            var details = typed();
            var likely = entering.likely(details);
            looked = details;
            show(likely);
        });
    }

    private void show(Likely likely) {
        answer.removeAll();
        var rows = new RowList("People held who are alike");
        rows.setEmptyText("Nobody is held who is like this.");
        rows.setRows(likely.people().stream().map(this::row).toList());
        var panel = new Panel(likely.people().isEmpty() ? "Nobody like this is held" : "Is it one of these?", rows);
        if (likely.restricted()) {
            panel.add(new Paragraph("Somebody alike is restricted. "
                    + (likely.ask().isEmpty()
                            ? "Nobody who owns the record is on duty now."
                            : "Ask " + String.join(" or ", likely.ask()) + " before you enter them anew.")));
        }
        var enter = new Button(
                likely.people().isEmpty() ? "Enter this person" : "None of these: enter a new person", click -> enter());
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        panel.add(enter);
        answer.add(panel);
    }

    private Row row(Person person) {
        var known = Stream.of(PersonPart.Phone.class, PersonPart.Address.class, PersonPart.Identifier.class)
                .flatMap(kind -> person.parts(kind).stream())
                .filter(held -> held.state() != PartState.WRONG && !person.hides(held.part()))
                .map(held -> held.part().words())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(" · "));
        return Row.of(person.id(), person.name())
                .href("people/" + person.id())
                .line(PersonAnswer.born(person, UkTime.localDay(clock.instant())))
                .line(known.isEmpty() ? null : known);
    }

    private void enter() {
        var reason = why.read();
        var id = new AtomicReference<Long>();
        Notices.attempt(() -> {
            var details = typed();
            if (!details.equals(looked)) {
                // Something else was typed since: that may be held too.
                look();
            } else if (reason.isPresent()) {
                id.set(entering.enter(details, reason.get()));
            }
        });
        if (id.get() != null) {
            Notices.done("Person entered");
            UI.getCurrent().navigate("people/" + id.get());
        }
    }
}
