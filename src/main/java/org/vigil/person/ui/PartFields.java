package org.vigil.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigil.person.BirthDate;
import org.vigil.person.IdentifierScheme;
import org.vigil.person.NameKind;
import org.vigil.person.PersonPart;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.DayField;

/**
 * The fields by which one part of who somebody is can be typed.
 *
 * @param read what was typed; refuses what is none
 */
record PartFields(List<Component> fields, Supplier<PersonPart> read) {

    private static final String SAFE = "Safe";
    private static final String NOT_SAFE = "Not safe";
    private static final String NOT_ASKED = "Not asked";

    /** Fields for a part of this class, filled with one where it is to be put right. */
    static PartFields of(Class<? extends PersonPart> kind, @Nullable PersonPart held, Clock clock) {
        if (kind == PersonPart.Name.class) {
            return name((PersonPart.Name) held);
        }
        if (kind == PersonPart.Birth.class) {
            return birth((PersonPart.Birth) held);
        }
        if (kind == PersonPart.Identifier.class) {
            return identifier((PersonPart.Identifier) held);
        }
        if (kind == PersonPart.Phone.class) {
            return phone((PersonPart.Phone) held);
        }
        if (kind == PersonPart.Email.class) {
            return email((PersonPart.Email) held);
        }
        return address((PersonPart.Address) held, clock);
    }

    private static PartFields name(PersonPart.@Nullable Name held) {
        var kind = Editor.select("Kind of name", List.of(NameKind.values()), NameKind::label);
        kind.setValue(held == null ? NameKind.ALIAS : held.kind());
        var given = text("Given names", held == null ? null : held.given());
        var family = text("Family name", held == null ? null : held.family());
        return new PartFields(List.of(given, family, kind), () -> new PersonPart.Name(
                kind.getValue(), typed(given), typed(family)));
    }

    private static PartFields birth(PersonPart.@Nullable Birth held) {
        var date = held == null ? new BirthDate(null, null, null, false) : held.date();
        var day = text("Day, if known", number(date.day()));
        var month = text("Month, if known (1 to 12)", number(date.month()));
        var year = text("Year, if known", number(date.year()));
        var estimated = new Checkbox("Taken from an age or an appearance", date.estimated());
        return new PartFields(List.of(day, month, year, estimated), () -> new PersonPart.Birth(
                new BirthDate(whole(year), whole(month), whole(day), estimated.getValue())));
    }

    private static PartFields identifier(PersonPart.@Nullable Identifier held) {
        var scheme = Editor.select("System", List.of(IdentifierScheme.values()), IdentifierScheme::label);
        var value = text("Number", held == null ? null : held.value());
        if (held != null) {
            scheme.setValue(held.scheme());
        }
        return new PartFields(List.of(value, scheme), () -> new PersonPart.Identifier(scheme.getValue(), given(value)));
    }

    private static PartFields phone(PersonPart.@Nullable Phone held) {
        var number = text("Telephone number", held == null ? null : held.number());
        var safe = safety("Safe to ring?", held == null ? null : held.safe());
        return new PartFields(List.of(number, safe), () -> new PersonPart.Phone(given(number), safe(safe)));
    }

    private static PartFields email(PersonPart.@Nullable Email held) {
        var address = text("E-mail address", held == null ? null : held.address());
        var safe = safety("Safe to write to?", held == null ? null : held.safe());
        return new PartFields(List.of(address, safe), () -> new PersonPart.Email(given(address), safe(safe)));
    }

    /** A protected address is never written back into a field: it shows nowhere. */
    private static PartFields address(PersonPart.@Nullable Address held, Clock clock) {
        var open = held == null || held.isProtected() ? null : held;
        var line = text("Address", open == null ? null : open.line());
        var postcode = text("Postcode", open == null ? null : open.postcode());
        var from = new DayField("Lived there from, if known", clock);
        var to = new DayField("Lived there until, if over", clock);
        from.setDay(held == null ? null : held.from());
        to.setDay(held == null ? null : held.to());
        var hidden = new Checkbox("Protected: a refuge or a hiding place, shown nowhere", held != null && held.isProtected());
        return new PartFields(List.of(line, postcode, from, to, hidden), () -> new PersonPart.Address(
                typed(line), typed(postcode), day(from), day(to), hidden.getValue()));
    }

    static TextField text(String label, @Nullable String value) {
        var field = new TextField(label);
        field.setMaxLength(254);
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        field.setValue(value == null ? "" : value);
        return field;
    }

    static @Nullable String typed(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    static @Nullable LocalDate day(DayField field) {
        var day = field.read();
        if (day.isEmpty() && !field.getValue().isBlank()) {
            throw new InvalidInputException(field.getLabel(), field.getErrorMessage());
        }
        return day.orElse(null);
    }

    private static String given(TextField field) {
        if (field.getValue().isBlank()) {
            throw new InvalidInputException(field.getLabel(), "Fill in “" + field.getLabel() + "”.");
        }
        return field.getValue().strip();
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable Integer whole(TextField field) {
        if (field.getValue().isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(field.getValue().strip());
        } catch (NumberFormatException none) {
            throw new InvalidInputException(field.getLabel(), "“" + field.getValue() + "” is not a number.");
        }
    }

    private static Select<String> safety(String label, @Nullable Boolean safe) {
        var select = Editor.select(label, List.of(NOT_ASKED, SAFE, NOT_SAFE), word -> word);
        select.setValue(safe == null ? NOT_ASKED : safe ? SAFE : NOT_SAFE);
        return select;
    }

    private static @Nullable Boolean safe(Select<String> select) {
        return NOT_ASKED.equals(select.getValue()) ? null : Boolean.valueOf(SAFE.equals(select.getValue()));
    }
}
