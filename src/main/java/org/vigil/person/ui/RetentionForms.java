package org.vigil.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigil.person.Certificate;
import org.vigil.person.ErasureKind;
import org.vigil.person.Person;
import org.vigil.person.PersonErasure;
import org.vigil.person.PersonRetention;
import org.vigil.person.rules.ErasureRules;
import org.vigil.person.rules.ReviewGroup;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.ReasonField;

/**
 * What a review may decide of a record, each in a form in place.
 *
 * @param changed reads the screen anew
 * @param erased shows the certificate of an erasure
 */
record RetentionForms(
        PersonRetention retention, PersonErasure erasure, Runnable changed, Consumer<Certificate> erased) {

    private static final int LONGEST_REASON = 255;

    /** Opens the form that an action is called by. */
    void open(String action, InPlace place, Person person) {
        switch (action) {
            case "keep" -> keep(place, person);
            case "group" -> group(place, person);
            case "hold" -> hold(place, person);
            case "release" -> release(place, person);
            case "erase" -> erase(place, person);
            default -> throw new IllegalArgumentException(action);
        }
    }

    private void keep(InPlace place, Person person) {
        var why = reason("Why the record is still needed");
        place.open("Keep the record of " + person.name(), List.of(why), "Keep it", () -> why.read()
                .map(reason -> attempt(() -> {
                    var next = retention.keep(person.id(), person.version(), reason);
                    Notices.done("Kept. The next review is on " + UkTime.day(next.on()) + ".");
                }))
                .orElse(false));
    }

    private void group(InPlace place, Person person) {
        var rule = new Choice(null, "As the rules say");
        var choices = new ArrayList<Choice>();
        retention.groups().forEach(group -> choices.add(new Choice(group, group.words())));
        choices.add(rule);
        var group = Editor.select("Review group", choices, Choice::words);
        var held = person.core().retention();
        choices.stream()
                .filter(choice -> held.chosen() ? choice.number() != null && choice.number() == held.group() : choice == rule)
                .findFirst()
                .ifPresent(group::setValue);
        var why = reason("Why the record belongs there");
        place.open("Change the review group of " + person.name(), List.of(group, why), "Change the group", () -> why.read()
                .map(reason -> attempt(() -> {
                    var next = retention.group(person.id(), person.version(), group.getValue().number(), reason);
                    Notices.done("Group " + next.group() + ". The next review is on " + UkTime.day(next.on()) + ".");
                }))
                .orElse(false));
    }

    /** @param group null leaves it to the rules */
    private record Choice(@Nullable ReviewGroup group, String words) {
        @Nullable Integer number() {
            return group == null ? null : group.number();
        }
    }

    private void hold(InPlace place, Person person) {
        var why = reason("What the record is needed for");
        place.open(
                "Hold the record of " + person.name() + ": neither reviewed nor erased until the hold is lifted",
                List.of(why),
                "Hold it",
                () -> why.read()
                        .map(reason -> attempt(() -> {
                            retention.hold(person.id(), person.version(), reason);
                            Notices.done("On hold");
                        }))
                        .orElse(false));
    }

    private void release(InPlace place, Person person) {
        var why = reason("Why the record need not be held any longer");
        place.open("Lift the hold on " + person.name(), List.of(why), "Lift the hold", () -> why.read()
                .map(reason -> attempt(() -> {
                    retention.release(person.id(), person.version(), reason);
                    Notices.done("Hold lifted");
                }))
                .orElse(false));
    }

    private void erase(InPlace place, Person person) {
        var obstacles = new ArrayList<String>();
        if (!Notices.attempt(() -> obstacles.addAll(erasure.obstacles(person.id())))) {
            changed.run();
            return;
        }
        if (!obstacles.isEmpty()) {
            place.tell(person.name() + " can’t be erased now", List.of(list(obstacles)));
            return;
        }
        var kind = Editor.select("How far", List.of(ErasureKind.values()), ErasureKind::verb);
        var why = reason("Why, naming nobody");
        var typed = new TextField();
        typed.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        var remains = new Paragraph();
        var left = new UnorderedList();
        Runnable ask = () -> {
            typed.setLabel("Type " + kind.getValue().confirmation(person.id()) + " to confirm");
            remains.setText("This can’t be undone. The reason stands on the certificate. What remains afterwards:");
            left.removeAll();
            ErasureRules.remains(kind.getValue()).forEach(line -> left.add(new ListItem(line)));
        };
        kind.addValueChangeListener(change -> ask.run());
        ask.run();
        List<Component> fields = List.of(kind, why, typed, remains, left);
        place.open("Erase the record of " + person.name(), fields, "Erase for good", () -> why.read()
                .map(reason -> {
                    var done = new ArrayList<Certificate>();
                    var went = Notices.attempt(() -> done.add(erasure.erase(
                            person.id(), person.version(), kind.getValue(), typed.getValue(), reason)));
                    if (went) {
                        erased.accept(done.getFirst());
                    }
                    return went;
                })
                .orElse(false));
    }

    private static UnorderedList list(List<String> lines) {
        return new UnorderedList(lines.stream().map(ListItem::new).toArray(ListItem[]::new));
    }

    private static ReasonField reason(String label) {
        var why = new ReasonField(label);
        why.setMaxLength(LONGEST_REASON);
        return why;
    }

    private boolean attempt(Runnable action) {
        var went = Notices.attempt(action);
        if (went) {
            changed.run();
        }
        return went;
    }
}
