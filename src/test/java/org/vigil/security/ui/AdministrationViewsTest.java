package org.vigil.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigil.security.AccountDetails;
import org.vigil.security.AccountKind;
import org.vigil.security.AccountService;
import org.vigil.security.Area;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.security.WallDisplayService;
import org.vigil.security.WallDisplays;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.RowList;
import org.vigil.testkit.SignedIn;
import org.vigil.testkit.Staff;
import org.vigil.testkit.VigilTest;

@VigilTest
@SignedIn(Duty.ADMIN)
class AdministrationViewsTest extends SpringBrowserlessTest {

    @Autowired
    private Staff staff;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private AccountService accounts;

    @Autowired
    private AreaService areas;

    @Autowired
    private WallDisplayService displays;

    @Autowired
    private WallDisplays wall;

    @Test
    void an_administrator_starts_at_what_needs_one() {
        UI.getCurrent().navigate("");

        assertThat($(H1.class).single().getText()).isEqualTo("Alerts");
    }

    @Test
    @SignedIn(Duty.ANALYST)
    void a_duty_without_a_screen_is_told_so_and_not_refused() {
        UI.getCurrent().navigate("");

        assertThat($(H1.class).single().getText()).isEqualTo("Nothing to open yet");
    }

    @Test
    @SignedIn(Duty.LEADER)
    void other_duties_are_refused_at_the_door() {
        for (var path : new String[] {"admin/accounts", "admin/accounts/new", "admin/areas", "admin/displays", "admin/grades"}) {
            UI.getCurrent().navigate(path);

            assertThat($(H1.class).single().getText()).as(path).isEqualTo("Not open to your duty");
        }
    }

    @Test
    void a_machine_gets_the_machine_account_s_duty_by_itself() {
        navigate("admin/accounts/new", AccountView.class);
        kind().setValue(AccountKind.MACHINE);

        assertThat(duties().getValue()).containsExactly(Duty.FEED);
    }

    @Test
    void a_new_account_is_made_and_can_sign_in() {
        var username = "new." + UUID.randomUUID().toString().substring(0, 8);
        navigate("admin/accounts/new", AccountView.class);

        test(field("Username")).setValue(username);
        test(field("Name")).setValue("DC New");
        duties().setValue(Set.of(Duty.SPECIALIST));
        test($(PasswordField.class).withCaption("First password").single()).setValue("three random words");
        press("Save");

        assertThat(directory.byUsername(username)).get().extracting("displayName").isEqualTo("DC New");
        assertThat($(H1.class).single().getText()).isEqualTo("DC New");
    }

    @Test
    void what_cannot_be_taken_is_marked_at_its_field_and_nothing_is_lost() {
        navigate("admin/accounts/new", AccountView.class);

        test(field("Username")).setValue("Two Words");
        test(field("Name")).setValue("DC New");
        press("Save");

        assertThat(field("Username").isInvalid()).isTrue();
        assertThat(field("Username").getErrorMessage()).contains("small letters");
        assertThat(field("Name").getValue()).isEqualTo("DC New");
    }

    @Test
    void a_change_by_somebody_else_is_shown_beside_what_was_entered() {
        var account = staff.someone(Duty.LEADER);
        navigate("admin/accounts/" + account.id(), AccountView.class);
        EngineScope.run(() -> accounts.change(
                account.id(),
                account.version(),
                new AccountDetails(
                        account.username(), "Theirs", null, account.rank(), null, account.kind(), account.duties(), Set.of())));

        test(field("Name")).setValue("Mine");
        press("Save");

        assertThat(field("Name").getValue()).isEqualTo("Mine");
        assertThat(notice()).contains("changed by someone else");
        assertThat($(Button.class).withText("Take theirs").exists()).isTrue();
        press("Save");
        assertThat(directory.byId(account.id())).get().extracting("displayName").isEqualTo("Mine");
    }

    @Test
    void an_account_is_disabled_after_one_question_and_gets_a_password() {
        var account = staff.someone(Duty.LEADER);
        navigate("admin/accounts/" + account.id(), AccountView.class);

        press("Set a password");
        var password = $(PasswordField.class).withCaption("New password").single();
        test(password).setValue("short");
        press("Set the password");
        assertThat(password.getErrorMessage()).contains("12 characters");
        test(password).setValue("three random words");
        press("Set the password");
        assertThat($(Dialog.class).exists()).isFalse();

        press("Disable the account");
        $(Dialog.class).single();
        test($(Button.class).withText("Disable the account").last()).click();

        assertThat(directory.byId(account.id())).get().extracting("enabled").isEqualTo(false);
        assertThat($(Button.class).withText("Enable the account").exists()).isTrue();
    }

    @Test
    void a_machine_gets_its_secret_shown_once() {
        var machine = staff.someone(Duty.FEED);
        navigate("admin/accounts/" + machine.id(), AccountView.class);

        press("Make a new secret");
        test($(Button.class).withText("Make a new secret").last()).click();

        assertThat(field("Secret").getValue()).hasSizeGreaterThan(30);
        assertThat(field("Secret").isReadOnly()).isTrue();
    }

    @Test
    void an_account_that_does_not_exist_is_a_page_that_does_not_exist() {
        UI.getCurrent().navigate("admin/accounts/999999999");

        assertThat($(TextField.class).exists()).isFalse();
    }

    @Test
    void ground_grows_from_force_to_beat_and_says_why_it_cannot_shrink() {
        navigate("admin/areas", AreasView.class);
        var force = "Force " + UUID.randomUUID().toString().substring(0, 8);

        press("New force");
        fill(force.substring(6), force);
        press("Add the force");
        var made = areas.all().stream().filter(area -> area.name().equals(force)).findFirst().orElseThrow();
        EngineScope.run(() -> areas.create(
                AreaKind.DISTRICT, made.id(), UUID.randomUUID().toString().substring(0, 8), "Inside"));
        navigate("admin/areas", AreasView.class);
        panelButton(made, "Take out of use");

        assertThat(notice()).contains("can't be taken out of use").contains("Inside");
    }

    @Test
    void a_wall_display_shows_its_link_once() {
        navigate("admin/displays", DisplaysView.class);

        press("New display");
        test(field("Name")).setValue("Control room");
        press("Make the display");

        var link = field("Link").getValue();
        assertThat(wall.byToken(link.substring(link.lastIndexOf('/') + 1))).get().extracting("name").isEqualTo("Control room");
        assertThat($(RowList.class).single().getElement().getProperty("rowsJson")).contains("Take the link back");
    }

    private void fill(String code, String name) {
        test(field("Code")).setValue(code);
        test(field("Name")).setValue(name);
    }

    private void panelButton(Area area, String label) {
        var panel = $(Panel.class).all().stream()
                .filter(each -> each.getElement().getAttribute("aria-label").startsWith(area.name()))
                .findFirst()
                .orElseThrow();
        test($(Button.class, panel).withText(label).first()).click();
    }

    private String notice() {
        return $(Span.class, $(Notification.class).last()).first().getText();
    }

    private TextField field(String label) {
        return $(TextField.class).withCaption(label).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Duty> duties() {
        return (CheckboxGroup<Duty>) $(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<AccountKind> kind() {
        return (RadioButtonGroup<AccountKind>) $(RadioButtonGroup.class).single();
    }

    private void press(String label) {
        test($(Button.class).withText(label).first()).click();
    }
}
