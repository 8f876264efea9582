package org.vigil.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.security.Account;
import org.vigil.security.AccountFilter;
import org.vigil.security.AccountKind;
import org.vigil.security.AccountService;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.ChipBar.Choice;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** Every account, and the way to a new one. */
@Route("admin/accounts")
@PageTitle("Accounts · Vigil")
@Menu(title = "Accounts", order = 90)
@RolesAllowed("ADMIN")
class AccountsView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;

    private final AccountService accounts;
    private final AreaDirectory areas;
    private final ChipBar filters;
    private final RowList list = new RowList("Accounts");
    private final Pager pager = new Pager(this::load);

    AccountsView(AccountService accounts, AreaDirectory areas) {
        this.accounts = accounts;
        this.areas = areas;
        addClassName("stack");
        var create = new Button("New account", click -> UI.getCurrent().navigate(AccountView.class, AccountView.NEW));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var header = new PageHeader("Accounts", "Who can sign in, what for, and for which areas.");
        header.addAside(create);
        filters = new ChipBar("accounts")
                .text("find", "Find a name, username or collar number")
                .choice("duty", "Duty", duties())
                .toggle("enabled", "Enabled only")
                .onChange(now -> {
                    pager().reset();
                    load(null);
                });
        list.setEmptyText("No account fits these filters. Take one off to see more.");
        add(header, filters, new Panel("Accounts found", list, pager));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        load(pager.cursor());
    }

    private Pager pager() {
        return pager;
    }

    private void load(@Nullable String cursor) {
        var filter = new AccountFilter(
                filters.value("find").orElse(""),
                filters.value("duty").map(Duty::valueOf).orElse(null),
                filters.isOn("enabled"));
        var offset = cursor == null ? 0 : Integer.parseInt(cursor);
        var page = accounts.page(filter, offset, PAGE);
        var total = accounts.count(filter);
        list.setRows(page.stream().map(this::row).toList());
        pager.show(page.size(), offset + PAGE < total ? Integer.toString(offset + PAGE) : null, total);
    }

    private Row row(Account account) {
        var who = account.username()
                + (account.collarNumber() == null ? "" : " · " + account.collarNumber())
                + (account.rank() == null ? "" : " · " + account.rank().label());
        var row = Row.of(account.id(), account.displayName())
                .href("admin/accounts/" + account.id())
                .line(who)
                .line(duties(account) + " · " + areas.groundName(account.areaIds()));
        if (account.kind() == AccountKind.MACHINE) {
            row = row.badge("Machine", Tone.NEUTRAL);
        }
        if (account.demonstration()) {
            row = row.badge("Demonstration", Tone.NEUTRAL);
        }
        if (account.signedOn()) {
            row = row.badge("On duty", Tone.OK);
        }
        return account.enabled() ? row : row.pill("Disabled", Tone.WARN);
    }

    private static String duties(Account account) {
        return account.duties().stream().sorted().map(Duty::label).collect(Collectors.joining(", "));
    }

    private static List<Choice> duties() {
        return Arrays.stream(Duty.values())
                .map(duty -> new Choice(duty.name(), duty.label()))
                .toList();
    }
}
