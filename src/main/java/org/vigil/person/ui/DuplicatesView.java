package org.vigil.person.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigil.person.MatchState;
import org.vigil.person.PersonMatches;
import org.vigil.person.PersonMatches.Comparison;
import org.vigil.person.PersonMatches.Listed;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.ChipBar;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Pager;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** Records that may be one person: the queue, and one pair of it side by side. */
@StyleSheet("context://assets/person.css")
@Route("people/duplicates")
@PageTitle("Possible duplicates · Vigil")
@Menu(title = "Duplicates", order = 35)
@RolesAllowed({"SUPERVISOR", "SPECIALIST", "DVDS", "MARAC"})
class DuplicatesView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 20;
    private static final Pattern KEY = Pattern.compile("\\d{1,18}");

    private final PersonMatches matches;
    private final PageHeader header = new PageHeader("Possible duplicates");
    private final Div content = new Div();

    DuplicatesView(PersonMatches matches) {
        this.matches = matches;
        content.addClassName("stack");
        addClassNames("stack", "duplicates");
        add(header, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var pair = query.getSingleParameter("pair").filter(text -> KEY.matcher(text).matches());
        content.removeAll();
        if (pair.isEmpty()) {
            var chips = new ChipBar("duplicates")
                    .view("show", "Show", "To be decided", List.of(
                            new ChipBar.Choice(MatchState.UNSURE.name(), "Can’t tell so far"),
                            new ChipBar.Choice(MatchState.SAME.name(), "Found to be one person"),
                            new ChipBar.Choice(MatchState.NOT_SAME.name(), "Found not to be")));
            chips.read(query);
            chips.onChange(values -> list(chips));
            list(chips);
            return;
        }
        var found = matches.compare(Long.parseLong(pair.get()));
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(found.get());
    }

    private void list(ChipBar chips) {
        content.removeAll();
        var state = chips.value("show").map(MatchState::valueOf).orElse(MatchState.QUEUED);
        var waiting = matches.waiting();
        header.setSub(waiting == 0 ? "None wait to be decided." : waiting + " wait to be decided, oldest first.");
        var rows = new RowList("Possible duplicates");
        rows.setEmptyText(state == MatchState.QUEUED
                ? "Nobody is asked about now. Where the console finds that two records are likely one person, it asks here."
                : "No pair was decided so.");
        var pager = pager(state, rows, state == MatchState.QUEUED ? waiting : -1);
        content.add(chips, new Panel("Are these one person?", rows, pager));
    }

    /**
     * Goes on after the last pair shown.
     *
     * @param total how many there are; negative where nobody counted
     */
    private Pager pager(MatchState state, RowList rows, int total) {
        var pager = new AtomicReference<Pager>();
        Consumer<@Nullable String> load = cursor -> {
            var found = matches.list(state, cursor == null ? 0 : Long.parseLong(cursor), PAGE + 1);
            var pairs = found.subList(0, Math.min(PAGE, found.size()));
            rows.setRows(pairs.stream().map(DuplicatesView::row).toList());
            var isLast = found.size() <= PAGE;
            pager.get().show(pairs.size(), isLast ? null : Long.toString(pairs.getLast().id()), total);
        };
        pager.set(new Pager(load));
        load.accept(null);
        return pager.get();
    }

    private static Row row(Listed pair) {
        return Row.of(pair.id(), pair.one() + " and " + pair.other())
                .href("people/duplicates?pair=" + pair.id())
                .pill(pair.state() == MatchState.QUEUED ? null : pair.state().label().toLowerCase(Locale.UK), Tone.NEUTRAL)
                .line("Asked " + UkTime.moment(pair.raisedAt()));
    }

    private void show(Comparison pair) {
        content.removeAll();
        header.setSub("Look at both before you decide. What the console made of them is shown afterwards.");
        var back = new Anchor("people/duplicates", "Back to the queue");
        content.add(back);
        if (pair.state() != MatchState.QUEUED) {
            content.add(decided(pair));
        }
        if (pair.one().id() != pair.other().id()) {
            content.add(new PairPanel(pair));
        }
        if (pair.state() != MatchState.SAME) {
            content.add(decision(pair));
        }
    }

    private static Div decided(Comparison pair) {
        var said = new Div();
        said.addClassNames("callout", Tone.NEW.cssClass());
        var words = new Paragraph("Decided: " + pair.state().label().toLowerCase(Locale.UK) + ".");
        words.addClassName("answer");
        said.add(words, new Paragraph("The console’s own score was " + (pair.score() == null
                ? "not kept."
                : String.format(Locale.UK, "%.1f: below 0 it would not have asked, from 5.5 on it may join the two by itself.",
                        pair.score()))));
        if (pair.state() == MatchState.SAME) {
            said.add(new Paragraph(new Anchor("people/" + pair.one().id(), pair.one().name() + ", both records as one, where it can be undone")));
        }
        return said;
    }

    private Panel decision(Comparison pair) {
        var note = new TextArea("Note, if there is anything to say");
        note.setMaxLength(255);
        note.setMinRows(2);
        var same = new Button("Same person", click -> decide(pair, MatchState.SAME, note));
        same.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(
                same,
                new Button("Not the same, never ask again", click -> decide(pair, MatchState.NOT_SAME, note)),
                new Button("Can’t tell", click -> decide(pair, MatchState.UNSURE, note)));
        buttons.addClassName("cluster");
        var form = new Div(note, buttons, new Paragraph("“Same person” shows both records as one. It can be undone from"
                + " the person’s page, and nothing of either is lost."));
        form.addClassName("form");
        return new Panel("Are they one person?", form);
    }

    private void decide(Comparison pair, MatchState state, TextArea note) {
        if (Notices.attempt(() -> matches.decide(pair.id(), pair.version(), state, note.getValue()))) {
            Notices.done("Decided: " + state.label().toLowerCase(Locale.UK));
        }
        // Refused or not, what stands now is shown; what was typed is kept where it is still asked for.
        var typed = note.getValue();
        matches.compare(pair.id()).ifPresent(now -> {
            show(now);
            content.getChildren()
                    .flatMap(panel -> panel.getChildren())
                    .flatMap(form -> form.getChildren())
                    .filter(TextArea.class::isInstance)
                    .map(TextArea.class::cast)
                    .forEach(field -> field.setValue(typed));
        });
    }
}
