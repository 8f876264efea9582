package org.vigil.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.vigil.security.Area;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.shared.ui.EmptyState;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** The force's ground: districts with their beats. */
@Route("admin/areas")
@PageTitle("Areas · Vigil")
@Menu(title = "Areas", order = 91)
@RolesAllowed("ADMIN")
class AreasView extends Div implements BeforeEnterObserver {

    private final AreaService areas;
    private final Div ground = new Div();

    AreasView(AreaService areas) {
        this.areas = areas;
        addClassName("stack");
        ground.addClassName("stack");
        var create = new Button("New force", click -> AreaDialog.create(areas, AreaKind.FORCE, null, this::load));
        var header = new PageHeader(
                "Areas", "Force, districts and beats. Calls name them by code; accounts can be limited to them.");
        header.addAside(create);
        add(header, ground);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
    }

    private void load() {
        var all = areas.all();
        ground.removeAll();
        var forces = of(all, AreaKind.FORCE);
        if (forces.isEmpty()) {
            ground.add(new EmptyState("No areas yet.", "Start with the force, then add its districts and their beats."));
        }
        for (var force : forces) {
            ground.add(panel(force, all));
            inside(force, all).forEach(district -> ground.add(panel(district, all)));
        }
    }

    private Panel panel(Area area, List<Area> all) {
        var panel = new Panel(area.name() + " · " + area.code() + (area.active() ? "" : " · out of use"));
        panel.addToHead(buttons(area));
        if (area.kind() == AreaKind.FORCE) {
            panel.add(new Div("Force with " + count(inside(area, all).size(), "district") + "."));
        } else {
            panel.add(beats(area, inside(area, all)));
        }
        return panel;
    }

    private Div buttons(Area area) {
        var inner = area.kind() == AreaKind.FORCE ? AreaKind.DISTRICT : AreaKind.BEAT;
        var add = small("Add a " + inner.label().toLowerCase(), () -> AreaDialog.create(areas, inner, area, this::load));
        add.setEnabled(area.active());
        var buttons = new Div(add, small("Rename", () -> AreaDialog.rename(areas, area, this::load)), toggle(area));
        buttons.addClassName("cluster");
        return buttons;
    }

    private Button toggle(Area area) {
        return area.active()
                ? small("Take out of use", () -> end(area))
                : small("Take back into use", () -> revive(area));
    }

    private RowList beats(Area district, List<Area> beats) {
        var list = new RowList("Beats of " + district.name());
        list.setEmptyText("No beats yet.");
        list.setRows(beats.stream().map(AreasView::row).toList());
        list.addActionListener(event -> beats.stream()
                .filter(beat -> Long.toString(beat.id()).equals(event.rowId()))
                .findFirst()
                .ifPresent(beat -> act(event.action(), beat)));
        return list;
    }

    private void act(String action, Area beat) {
        switch (action) {
            case "rename" -> AreaDialog.rename(areas, beat, this::load);
            case "end" -> end(beat);
            case "revive" -> revive(beat);
            default -> throw new IllegalArgumentException("no such action: " + action);
        }
    }

    private void end(Area area) {
        if (Notices.attempt(() -> areas.deactivate(area.id(), area.version()))) {
            Notices.done(area.name() + " taken out of use");
        }
        load();
    }

    private void revive(Area area) {
        if (Notices.attempt(() -> areas.activate(area.id(), area.version()))) {
            Notices.done(area.name() + " taken back into use");
        }
        load();
    }

    private static Row row(Area beat) {
        var row = Row.of(beat.id(), beat.name()).line(beat.code()).action("rename", "Rename");
        return beat.active()
                ? row.action("end", "Take out of use")
                : row.pill("Out of use", Tone.NEUTRAL).action("revive", "Take back into use");
    }

    private static Button small(String label, Runnable action) {
        var button = new Button(label, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static List<Area> of(List<Area> all, AreaKind kind) {
        return all.stream().filter(area -> area.kind() == kind).toList();
    }

    private static List<Area> inside(Area outer, List<Area> all) {
        return all.stream()
                .filter(area -> Objects.equals(area.parentId(), outer.id()))
                .toList();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
