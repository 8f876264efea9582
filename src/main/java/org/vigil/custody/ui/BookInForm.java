package org.vigil.custody.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyDesk;
import org.vigil.person.NamedPerson;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.DayField;
import org.vigil.shared.ui.MomentField;
import org.vigil.shared.ui.Notices;

/** Books an arrest in with six fields and Enter; who it is, is found out afterwards. */
final class BookInForm extends Div {

    private final CustodyDesk desk;
    private final Consumer<Long> opened;
    private final TextField name = new TextField("Name");
    private final DayField born;
    private final MomentField arrested;
    private final ComboBox<String> station = new ComboBox<>("Station");
    private final TextField offence = new TextField("Offence or reason");
    private final Select<ArrestedFor> reason = new Select<>();

    /** @param opened leads to the record that was made */
    BookInForm(CustodyDesk desk, List<String> stations, Clock clock, Consumer<Long> opened) {
        this.desk = desk;
        this.opened = opened;
        born = new DayField("Date of birth", clock);
        arrested = new MomentField("Arrested", clock);
        name.setMaxLength(120);
        name.setAutocomplete(Autocomplete.OFF);
        name.setRequiredIndicatorVisible(true);
        offence.setMaxLength(500);
        station.setItems(stations);
        station.setAllowCustomValue(true);
        station.addCustomValueSetListener(typed -> station.setValue(typed.getDetail()));
        if (stations.size() == 1) {
            station.setValue(stations.getFirst());
        }
        reason.setLabel("Arrested for");
        reason.setItems(ArrestedFor.values());
        reason.setItemLabelGenerator(ArrestedFor::label);
        reason.setValue(ArrestedFor.OFFENCE);
        Moments.fillWithNow(arrested, clock);
        var save = new Button("Book in", click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // A field tells its value when it is left: without this, Enter would act on what stood there before.
        save.addClickShortcut(Key.ENTER).listenOn(this).resetFocusOnActiveElement();
        addClassNames("form", "custody-book-in");
        add(name, born, arrested, station, offence, reason, save);
    }

    private void save() {
        var at = arrested.read();
        var made = new AtomicReference<CustodyDesk.@Nullable Entered>();
        Notices.attempt(() -> {
            if (at.isEmpty()) {
                throw new InvalidInputException("at", "Give the day and the time of the arrest.");
            }
            var event = EventForm.arrest(
                    person(), at.get(), blankToNull(station.getValue()), blankToNull(offence.getValue()), reason.getValue());
            made.set(desk.bookIn(event));
        });
        var entered = made.get();
        if (entered != null) {
            Notices.done("Booked in");
            entered.doubts().forEach(Notices::done);
            opened.accept(entered.id());
        }
    }

    private @Nullable NamedPerson person() {
        var typed = name.getValue().strip();
        if (typed.isEmpty()) {
            return null;
        }
        var last = typed.lastIndexOf(' ');
        return new NamedPerson(
                last < 0 ? null : typed.substring(0, last).strip(), typed.substring(last + 1), born(), null, null, null,
                List.of());
    }

    private @Nullable LocalDate born() {
        var day = born.read();
        if (day.isEmpty() && !born.getValue().isBlank()) {
            throw new InvalidInputException("dateOfBirth", born.getErrorMessage());
        }
        return day.orElse(null);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
