package org.vigil.person.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.OwnRecord;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonAccessList;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.Restriction;
import org.vigil.person.WhoMaySee;
import org.vigil.person.WhoMaySee.Given;
import org.vigil.person.WhoMaySee.Glass;
import org.vigil.security.Account;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.ReasonField;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** Who may see this record: how far it is open, who owns it, who stands on its list and who looked with a reason. */
final class AccessPanel extends Div {

    private static final String NO_DUTY = "No duty";

    private final Editor editor;
    private final PersonAccess access;
    private final PersonAccessList lists;
    private final OwnRecord ownRecord;
    private final Viewer viewer;
    private final Facts facts = new Facts();
    private final InPlace place = new InPlace();
    private final RowList given = new RowList("Who may see it besides");
    private final RowList glass = new RowList("Broken glass");
    private final RowList own = new RowList("Accounts of this person");
    private final Div actions = new Div();
    private @Nullable WhoMaySee shown;

    AccessPanel(Editor editor, AccessServices services, Viewer viewer) {
        this.editor = editor;
        this.access = services.access();
        this.lists = services.lists();
        this.ownRecord = services.ownRecord();
        this.viewer = viewer;
        actions.addClassNames("cluster", "no-print");
        given.setEmptyText("Nobody besides the owner.");
        given.addActionListener(event -> take(event.rowId()));
        glass.addActionListener(event -> editor.attempt(
                "Closed again", () -> access.closeGlass(editor.id(), Long.parseLong(event.rowId()))));
        own.addActionListener(event -> editor.attempt(
                "No longer their own record", () -> ownRecord.say(Long.parseLong(event.rowId()), null)));
        addClassName("person-access");
        add(new Panel("Who may see this", facts, actions, place, given, glass, own));
    }

    void show(WhoMaySee now) {
        shown = now;
        var limits = now.limits();
        var isOpen = limits.restriction() == Restriction.OPEN;
        var owner = Stream.of(limits.ownerDuty() == null ? null : limits.ownerDuty().label(), now.owner())
                .filter(word -> word != null)
                .collect(Collectors.joining(", and "));
        var said = new Facts().with("State", words(limits.restriction()));
        if (now.since() != null) {
            said.with("Since", UkTime.moment(now.since())).with("By", now.by());
        }
        if (now.since() != null && now.mayChange()) {
            // The reason may name the very officer who broke the glass.
            said.with("Why", limits.reason());
        }
        if (!isOpen) {
            said.with("Owner", owner);
        }
        facts.show(said);
        given.setVisible(now.mayChange() && (!isOpen || !now.given().isEmpty()));
        given.setRows(now.given().stream().map(each -> row(each, now)).toList());
        glass.setVisible(!now.glass().isEmpty());
        glass.setRows(now.glass().stream().map(each -> row(each, now.readAt())).toList());
        own.setVisible(!now.own().isEmpty());
        own.setRows(now.own().entrySet().stream()
                .map(each -> Row.of(each.getKey(), "This is the own record of " + each.getValue())
                        .line("They never see it, and no alert about it calls them.")
                        .action("off", "It is not"))
                .toList());
        actions.removeAll();
        if (now.mayChange()) {
            actions.add(AboutPanels.small("Change who may see this", this::limit));
            if (!isOpen) {
                actions.add(AboutPanels.small("Give an officer access", this::give));
            }
        }
        if (now.mayOwn()) {
            actions.add(AboutPanels.small("This person has an account here", this::own));
        }
    }

    private static String words(Restriction restriction) {
        return switch (restriction) {
            case OPEN -> "Open: everybody whose duty it is to see people";
            case RESTRICTED -> "Restricted: others see that there is a record, and whom to ask";
            case SEALED -> "Sealed: for others it is not there";
        };
    }

    private static Row row(Given each, WhoMaySee now) {
        var row = Row.of(each.account(), each.name())
                .line(each.reason())
                .line("Given by " + each.by() + ", " + UkTime.moment(each.at()));
        return now.mayChange() ? row.action("take", "Take back") : row;
    }

    private static Row row(Glass each, Instant now) {
        var holds = each.until().isAfter(now);
        var row = Row.of(each.id(), each.name() + " broke the glass")
                .line(each.reason())
                .line(UkTime.moment(each.at()) + " until " + UkTime.moment(each.until()))
                .pill(holds ? "open now" : "ended", holds ? Tone.BAD : Tone.NEUTRAL);
        return holds ? row.action("close", "Close it again") : row;
    }

    private void limit() {
        var limits = shown == null ? Limits.NONE : shown.limits();
        var state = Editor.select("Who may see this?", List.of(Restriction.values()), AccessPanel::words);
        state.setValue(limits.restriction());
        var duties = new ArrayList<String>();
        duties.add(NO_DUTY);
        PersonAccess.OWNERS.forEach(duty -> duties.add(duty.label()));
        var duty = Editor.select("Owned by the duty", duties, word -> word);
        duty.setValue(limits.ownerDuty() == null ? NO_DUTY : limits.ownerDuty().label());
        if (limits.restriction() == Restriction.OPEN) {
            // Somebody has to own it: who restricts it, unless they say otherwise.
            PersonAccess.OWNERS.stream().filter(viewer::has).findFirst().ifPresent(own -> duty.setValue(own.label()));
        }
        var officer = officers("And, or, by the officer", true);
        officer.setValue(officer.getListDataView().getItems()
                .filter(each -> limits.ownerAccount() != null && each.id() == limits.ownerAccount())
                .findFirst()
                .orElse(null));
        var why = new ReasonField("Why");
        Runnable owners = () -> {
            duty.setVisible(state.getValue() != Restriction.OPEN);
            officer.setVisible(state.getValue() != Restriction.OPEN);
        };
        state.addValueChangeListener(change -> owners.run());
        owners.run();
        place.open("Change who may see this", List.of(state, duty, officer, why), "Save who may see this", () -> why.read()
                .map(reason -> editor.attempt("Saved who may see this", () -> access.limit(
                        editor.id(), editor.version(), new Limits(
                                state.getValue(), reason, duty(duty.getValue()), id(officer).orElse(null)))))
                .orElse(false));
    }

    private static @Nullable Duty duty(String label) {
        return PersonAccess.OWNERS.stream().filter(each -> each.label().equals(label)).findFirst().orElse(null);
    }

    private void give() {
        var officer = officers("Officer", false);
        var why = new ReasonField("Why they must see it");
        place.open("Give an officer access", List.of(officer, why), "Give access", () -> why.read()
                .map(reason -> editor.attempt(
                        "Access given", () -> access.give(editor.id(), chosen(officer), reason)))
                .orElse(false));
    }

    private void take(String rowId) {
        var why = new ReasonField("Why they need it no longer");
        place.open("Take access back", List.of(why), "Take it back", () -> why.read()
                .map(reason -> editor.attempt(
                        "Access taken back", () -> access.take(editor.id(), Long.parseLong(rowId), reason)))
                .orElse(false));
    }

    private void own() {
        var officer = officers("Whose account is it?", false);
        place.open("This person has an account here: they never see their own record", List.of(officer), "Save", () ->
                editor.attempt("Saved: they never see this record", () -> ownRecord.say(chosen(officer), editor.id())));
    }

    /** @param withSelf whether the viewer is among them */
    private ComboBox<Account> officers(String label, boolean withSelf) {
        var box = new ComboBox<Account>(label);
        box.setItemLabelGenerator(each -> each.displayName() + (each.collarNumber() == null ? "" : " · " + each.collarNumber()));
        box.setItems(lists.officers().stream()
                .filter(each -> withSelf || !java.util.Objects.equals(each.id(), viewer.accountId()))
                .toList());
        box.setClearButtonVisible(true);
        return box;
    }

    private static Optional<Long> id(ComboBox<Account> box) {
        return Optional.ofNullable(box.getValue()).map(Account::id);
    }

    private static long chosen(ComboBox<Account> box) {
        return id(box).orElseThrow(() -> new InvalidInputException("officer", "Choose an officer."));
    }
}
