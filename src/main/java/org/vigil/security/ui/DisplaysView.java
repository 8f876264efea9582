package org.vigil.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import org.vigil.security.Area;
import org.vigil.security.AreaDirectory;
import org.vigil.security.WallDisplay;
import org.vigil.security.WallDisplayService;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Confirm;
import org.vigil.shared.ui.FormDialog;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** Wall displays: screens that show counts and no names, opened by a secret link. */
@Route("admin/displays")
@PageTitle("Wall displays · Vigil")
@Menu(title = "Wall displays", order = 92)
@RolesAllowed("ADMIN")
class DisplaysView extends Div implements BeforeEnterObserver {

    private final WallDisplayService displays;
    private final AreaDirectory areas;
    private final RowList list = new RowList("Wall displays");

    DisplaysView(WallDisplayService displays, AreaDirectory areas) {
        this.displays = displays;
        this.areas = areas;
        addClassName("stack");
        var create = new Button("New display", click -> ask());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var header = new PageHeader(
                "Wall displays", "Screens on a wall show counts only, no names. Whoever has the link sees them.");
        header.addAside(create);
        list.setEmptyText("No wall display yet.");
        list.addActionListener(event -> displays.all().stream()
                .filter(display -> Long.toString(display.id()).equals(event.rowId()))
                .findFirst()
                .ifPresent(this::askRevoke));
        add(header, new Panel("Displays", list));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
    }

    private void load() {
        list.setRows(displays.all().stream().map(this::row).toList());
    }

    private Row row(WallDisplay display) {
        var row = Row.of(display.id(), display.name())
                .line(display.areaId() == null ? AreaDirectory.WHOLE_FORCE : areas.pathName(display.areaId()))
                .line("Made " + UkTime.moment(display.createdAt()) + " by " + display.createdBy());
        return display.revokedAt() == null
                ? row.action("revoke", "Take the link back")
                : row.pill("Link taken back", Tone.NEUTRAL).line("Taken back " + UkTime.moment(display.revokedAt()));
    }

    private void ask() {
        var dialog = new Dialog("New wall display");
        dialog.setWidth("28rem");
        var name = new TextField("Name");
        name.setHelperText("Where it hangs: Control room, north wall");
        name.setManualValidation(true);
        var area = new ComboBox<Area>("Area");
        area.setItems(areas.all().stream().filter(Area::active).toList());
        area.setItemLabelGenerator(each -> areas.pathName(each.id()));
        area.setClearButtonVisible(true);
        area.setHelperText("None means the whole force.");
        var form = new Div(name, area);
        form.addClassName("form");
        dialog.add(form);
        FormDialog.open(dialog, "Cancel", "Make the display", () -> Notices.attempt(() -> {
            var secret = displays.create(
                    name.getValue(), area.getValue() == null ? null : area.getValue().id());
            dialog.close();
            load();
            SecretDialog.open(
                    "Link of the display",
                    "Open this address on the wall screen and leave it there. The link is shown once; it can be taken"
                            + " back here at any time.",
                    "Link",
                    address("wall/" + secret));
        }));
        name.focus();
    }

    private void askRevoke(WallDisplay display) {
        Confirm.ask(
                "Take back the link of " + display.name() + "?",
                "The screen goes dark within a minute. A new display needs a new link.",
                "Take the link back",
                () -> {
                    if (Notices.attempt(() -> displays.revoke(display.id()))) {
                        Notices.done("Link taken back");
                    }
                    load();
                });
    }

    private static String address(String path) {
        var request = VaadinServletRequest.getCurrent();
        if (request == null) {
            return "/" + path;
        }
        var here = URI.create(request.getHttpServletRequest().getRequestURL().toString());
        return here.getScheme() + "://" + here.getAuthority() + request.getContextPath() + "/" + path;
    }
}
