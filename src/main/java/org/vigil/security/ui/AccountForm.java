package org.vigil.security.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.security.Account;
import org.vigil.security.AccountDetails;
import org.vigil.security.AccountKind;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.OfficerRank;

/** The fields of one account. */
final class AccountForm extends Div {

    private final AreaDirectory directory;
    private final TextField username = new TextField("Username");
    private final TextField name = new TextField("Name");
    private final TextField collar = new TextField("Collar number");
    private final Select<OfficerRank> rank = new Select<>();
    private final TextField email = new TextField("E-mail");
    private final RadioButtonGroup<AccountKind> kind = new RadioButtonGroup<>("Kind");
    private final CheckboxGroup<Duty> duties = new CheckboxGroup<>("Duties");
    private final MultiSelectComboBox<Area> areas = new MultiSelectComboBox<>("Areas");
    private final PasswordField password = new PasswordField("First password");
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    AccountForm(AreaDirectory directory) {
        this.directory = directory;
        addClassNames("form", "account-form");
        username.setHelperText("Small letters, digits, dots, dashes. It can't be changed later.");
        username.setAutocomplete(Autocomplete.OFF);
        username.setRequiredIndicatorVisible(true);
        name.setHelperText("As colleagues see it: DS Okafor");
        name.setRequiredIndicatorVisible(true);
        rank.setLabel("Rank");
        rank.setItems(OfficerRank.values());
        rank.setItemLabelGenerator(each -> each == null ? "None" : each.label());
        rank.setEmptySelectionAllowed(true);
        rank.setEmptySelectionCaption("None");
        kind.setItems(AccountKind.values());
        kind.setItemLabelGenerator(AccountKind::label);
        duties.setItems(Duty.values());
        duties.setItemLabelGenerator(Duty::label);
        duties.setHelperText("At least one. A duty opens its screens and lets its work be done.");
        areas.setItems(directory.all().stream().filter(Area::active).toList());
        areas.setItemLabelGenerator(area -> directory.pathName(area.id()));
        areas.setHelperText("None means the whole force. A district includes its beats.");
        password.setHelperText("At least 12 characters; three random words do well. Leave it empty to set one later.");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        kind.addValueChangeListener(change -> showFor(change.getValue()));
        kind.setValue(AccountKind.PERSON);
        fields.put("Username", username);
        fields.put("Name", name);
        fields.put("Collar number", collar);
        fields.put("Rank", rank);
        fields.put("E-mail", email);
        fields.put("Duties", duties);
        fields.put("Areas", areas);
        fields.put("Password", password);
        duties.addClassName("wide");
        areas.addClassName("wide");
        kind.addClassName("wide");
        add(username, name, kind, collar, rank, email, duties, areas, password);
    }

    /** Shows an account that exists: its username stays, and its password is set elsewhere. */
    void show(Account account) {
        username.setValue(account.username());
        username.setReadOnly(true);
        username.setHelperText(null);
        name.setValue(account.displayName());
        kind.setValue(account.kind());
        collar.setValue(text(account.collarNumber()));
        rank.setValue(account.rank());
        email.setValue(text(account.email()));
        duties.setValue(account.duties());
        areas.setValue(account.areaIds().stream()
                .flatMap(id -> directory.byId(id).stream())
                .collect(Collectors.toSet()));
        password.setVisible(false);
        clearMarks();
    }

    AccountDetails entered() {
        return new AccountDetails(
                username.getValue(),
                name.getValue(),
                collar.getValue(),
                rank.getValue(),
                email.getValue(),
                kind.getValue(),
                duties.getValue(),
                areas.getValue().stream().map(Area::id).collect(Collectors.toSet()));
    }

    /** The first password; empty where none was given. */
    Optional<String> password() {
        return password.isVisible() && !password.isEmpty() ? Optional.of(password.getValue()) : Optional.empty();
    }

    /** Marks the field that can't be taken as it is, and goes there; whether there is such a field. */
    boolean mark(InvalidInputException problem) {
        clearMarks();
        var field = fields.get(problem.field());
        if (field == null) {
            return false;
        }
        field.setErrorMessage(problem.getMessage());
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return true;
    }

    private void clearMarks() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    private void showFor(AccountKind chosen) {
        var machine = chosen == AccountKind.MACHINE;
        rank.setVisible(!machine);
        collar.setVisible(!machine);
        password.setVisible(!machine && !username.isReadOnly());
        if (machine) {
            rank.clear();
            collar.clear();
            if (duties.getValue().isEmpty()) {
                duties.setValue(Set.of(Duty.FEED));
            }
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
