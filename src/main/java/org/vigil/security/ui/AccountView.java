package org.vigil.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.security.Account;
import org.vigil.security.AccountKind;
import org.vigil.security.AccountService;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.Confirm;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;

/** One account: made, changed, disabled, given a password. */
@Route("admin/accounts")
@RolesAllowed("ADMIN")
@StyleSheet("context://assets/admin.css")
class AccountView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    static final String NEW = "new";

    private final AccountService accounts;
    private final AreaDirectory areas;
    private final CurrentViewer viewer;
    private final PageHeader header = new PageHeader("New account");
    private final AccountForm form;
    private final Div meanwhile = new Div();
    private final Div actions = new Div();
    private @Nullable Account account;

    AccountView(AccountService accounts, AreaDirectory areas, CurrentViewer viewer) {
        this.accounts = accounts;
        this.areas = areas;
        this.viewer = viewer;
        form = new AccountForm(areas);
        addClassName("stack");
        var save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(save, new RouterLink("Back to the accounts", AccountsView.class));
        buttons.addClassName("form-buttons");
        actions.addClassName("cluster");
        meanwhile.setVisible(false);
        add(header, new Panel("Account", form, meanwhile, buttons), actions);
    }

    @Override
    public void setParameter(BeforeEvent event, String which) {
        if (which.equals(NEW)) {
            header.setSub("They can sign in as soon as the account has a password.");
            return;
        }
        if (!which.matches("\\d{1,18}")) {
            throw new NotFoundException();
        }
        try {
            show(accounts.get(Long.parseLong(which)));
        } catch (InvalidInputException unknown) {
            throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return (account == null ? "New account" : account.displayName()) + " · Vigil";
    }

    private void show(Account shown) {
        account = shown;
        header.setHeading(shown.displayName());
        header.setSub(state(shown));
        form.show(shown);
        meanwhile.setVisible(false);
        actions.removeAll();
        actions.add(
                shown.kind() == AccountKind.MACHINE
                        ? new Button("Make a new secret", click -> askSecret(shown))
                        : new Button("Set a password", click -> PasswordDialog.open(shown, accounts, this::reload)));
        actions.add(
                shown.enabled()
                        ? new Button("Disable the account", click -> askDisable(shown))
                        : new Button("Enable the account", click -> enable(shown)));
    }

    private String state(Account shown) {
        var own = viewer.find().map(who -> who.accountId()).filter(id -> id == shown.id()).isPresent();
        return shown.username()
                + (shown.enabled() ? "" : " · disabled")
                + (shown.signedOn() ? " · on duty" : "")
                + (own ? " · your own account: a change of duties, rank or areas signs you out" : "");
    }

    private void save() {
        try {
            if (account == null) {
                create();
            } else {
                accounts.change(account.id(), account.version(), form.entered());
                Notices.done("Account saved");
                reload();
            }
        } catch (InvalidInputException problem) {
            if (!form.mark(problem)) {
                Notices.problem(String.valueOf(problem.getMessage()));
            }
        } catch (ChangedMeanwhileException changed) {
            Notices.problem(String.valueOf(changed.getMessage()));
            showMeanwhile();
        }
    }

    private void create() {
        var entered = form.entered();
        var id = accounts.create(entered, form.password().orElse(null));
        Notices.done("Account created");
        if (entered.kind() == AccountKind.MACHINE) {
            showSecret(accounts.get(id));
        }
        UI.getCurrent().navigate(AccountView.class, Long.toString(id));
    }

    /** Shows what the account says now beside what was entered; saving once more then takes what was entered. */
    private void showMeanwhile() {
        if (account == null) {
            return;
        }
        var now = accounts.get(account.id());
        account = now;
        meanwhile.removeAll();
        meanwhile.addClassNames("callout", "tone-warn");
        meanwhile.add(
                new Paragraph("The account was changed by someone else. It now says what stands below; what you entered"
                        + " is still above. Save again to put yours in its place, or take theirs."),
                new Facts()
                        .with("Name", now.displayName())
                        .with("Collar number", now.collarNumber())
                        .with("Rank", now.rank() == null ? null : now.rank().label())
                        .with("E-mail", now.email())
                        .with("Duties", now.duties().stream().sorted().map(Duty::label).collect(Collectors.joining(", ")))
                        .with("Areas", areas.groundName(now.areaIds())),
                new Button("Take theirs", click -> show(now)));
        meanwhile.setVisible(true);
    }

    private void askDisable(Account shown) {
        Confirm.ask(
                "Disable the account of " + shown.displayName() + "?",
                "Their sessions end within seconds and they are off duty. What they did stays on record, and the account"
                        + " can be enabled again.",
                "Disable the account",
                () -> {
                    if (Notices.attempt(() -> accounts.disable(shown.id(), shown.version()))) {
                        Notices.done("Account disabled");
                    }
                    reload();
                });
    }

    private void enable(Account shown) {
        if (Notices.attempt(() -> accounts.enable(shown.id(), shown.version()))) {
            Notices.done("Account enabled");
        }
        reload();
    }

    private void askSecret(Account shown) {
        Confirm.ask(
                "Make a new secret for " + shown.displayName() + "?",
                "The old one stops working at once. The new one is shown once.",
                "Make a new secret",
                () -> {
                    showSecret(shown);
                    reload();
                });
    }

    private void showSecret(Account machine) {
        Notices.attempt(() -> SecretDialog.open(
                "Secret of " + machine.username(),
                "Put it into the system that sends the calls. Nobody can read it again; a new one can be made at any"
                        + " time.",
                "Secret",
                accounts.newMachineSecret(machine.id(), machine.version())));
    }

    private void reload() {
        if (account != null) {
            show(accounts.get(account.id()));
        }
    }
}
