package org.vigil.person.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonFlags;
import org.vigil.person.PersonMatches;
import org.vigil.person.PersonPage;
import org.vigil.person.PersonPages;
import org.vigil.person.PersonPages.Opened;
import org.vigil.person.PersonPart;
import org.vigil.person.rules.PersonAnswer;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.PrintButton;

/** One person: who this is to us, and all that the console holds of them. */
@StyleSheet("context://assets/person.css")
@Route("people/:id([0-9]{1,18})")
@RolesAllowed({
    "SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "DECIDER", "CALLS", "CUSTODY", "MARAC", "COURT", "AUTHOR",
    "COMMISSIONER", "LEADER"
})
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Set<Duty> EDITS = EnumSet.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
            Duty.COURT);

    private final PersonPages pages;
    private final PersonMatches matches;
    private final PersonAccess access;
    private final PersonEdits edits;
    private final PersonFlags flags;
    private final Viewer viewer;
    private final Clock clock;
    private long id;
    private QueryParameters query = QueryParameters.empty();
    private @Nullable PersonPage page;
    private @Nullable Shown shown;

    PersonView(
            PersonPages pages,
            PersonMatches matches,
            PersonAccess access,
            PersonEdits edits,
            PersonFlags flags,
            CurrentViewer viewers,
            Clock clock) {
        this.pages = pages;
        this.matches = matches;
        this.access = access;
        this.edits = edits;
        this.flags = flags;
        this.viewer = viewers.get();
        this.clock = clock;
        addClassNames("stack", "person");
    }

    /** What is on screen of a record in full; a refresh goes into it, so that no form is lost. */
    private record Shown(
            PageHeader header, TopPanel top, HistoryPanel history, java.util.List<PartPanel> parts, AboutPanels about,
            RelationPanel relations, MarkPanels marks, MergePanel merges, Paragraph printed) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // The same object serves the next person: nothing of the one before may stay.
        id = event.getRouteParameters().getLong("id").orElse(0L);
        query = event.getLocation().getQueryParameters();
        shown = null;
        page = null;
        if (!read(true)) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "Person" : page.person().name()) + " · Vigil";
    }

    private boolean read(boolean isNew) {
        var found = pages.open(id, isNew);
        found.ifPresent(opened -> {
            switch (opened) {
                case Opened.Restricted restricted -> showRestricted(restricted);
                case Opened.InFull full -> show(full.page());
            }
        });
        return found.isPresent();
    }

    private void showRestricted(Opened.Restricted restricted) {
        page = null;
        shown = null;
        removeAll();
        add(
                new PageHeader("Restricted: ask", "Somebody’s record is here that not everybody may see."),
                new RestrictedPanel(restricted.ask(), access, viewer.hasAny(PersonAccess.BREAKS), () -> read(true)));
    }

    private void show(PersonPage now) {
        page = now;
        var person = now.person();
        if (person.id() != id) {
            // A record that was merged leads to the one that stands for both.
            id = person.id();
            UI.getCurrent().getPage().getHistory().replaceState(null, "people/" + id);
        }
        var screen = shown == null ? build(now) : shown;
        shown = screen;
        screen.header().setHeading(person.name());
        screen.header().setSub(sub(now));
        screen.top().show(now);
        screen.history().show(now);
        screen.parts().forEach(panel -> panel.show(person));
        screen.about().show(person);
        screen.relations().show(now);
        screen.marks().show(now);
        screen.merges().show(now.merges());
        screen.printed().setText(printedBy());
    }

    private static String sub(PersonPage now) {
        var person = now.person();
        var others = PersonAnswer.otherNames(person);
        return Stream.of(
                        PersonAnswer.born(person, UkTime.localDay(now.readAt())),
                        person.core().sex().isKnown() ? person.core().sex().label() : "",
                        others.isEmpty() ? "" : "also known as " + String.join(", ", others),
                        "person " + person.id())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Shown build(PersonPage now) {
        removeAll();
        var editor = new Editor(
                edits, flags, viewer.hasAny(EDITS), () -> Objects.requireNonNull(page), () -> read(false), clock);
        var screen = new Shown(
                new PageHeader(now.person().name()),
                new TopPanel(),
                new HistoryPanel(now, query),
                java.util.List.of(
                        new PartPanel("Names", "No name is known.", editor, PersonPart.Name.class),
                        new PartPanel("Dates of birth", "No date of birth is known.", editor, PersonPart.Birth.class),
                        new PartPanel("Numbers", "No PNC, CRO, local or custody number.", editor,
                                PersonPart.Identifier.class),
                        new PartPanel("Telephone and e-mail", "No number and no e-mail address.", editor,
                                PersonPart.Phone.class, PersonPart.Email.class),
                        new PartPanel("Addresses", "No address is known.", editor, PersonPart.Address.class)),
                new AboutPanels(editor),
                new RelationPanel(editor),
                new MarkPanels(editor),
                new MergePanel(editor, matches),
                new Paragraph());
        screen.printed().addClassName("print-only");
        screen.header().addAside(new PrintButton(() -> print(screen)));
        var main = new Div(screen.history(), screen.relations(), screen.marks());
        var side = new Div();
        screen.parts().forEach(side::add);
        side.add(screen.about(), screen.merges());
        main.addClassName("stack");
        side.addClassName("stack");
        var split = new Div(main, side);
        split.addClassName("split");
        add(screen.printed(), screen.header(), screen.top(), split);
        return screen;
    }

    private void print(Shown screen) {
        pages.print(id);
        screen.printed().setText(printedBy());
        screen.history().showAll();
    }

    private String printedBy() {
        return PrintButton.printedBy(viewer, clock.instant());
    }
}
