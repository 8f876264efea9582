package org.vigil.person.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonEdits;
import org.vigil.person.PersonErasure;
import org.vigil.person.PersonFlags;
import org.vigil.person.PersonMatches;
import org.vigil.person.PersonPage;
import org.vigil.person.PersonPages;
import org.vigil.person.PersonPages.Opened;
import org.vigil.person.PersonPart;
import org.vigil.person.PersonRetention;
import org.vigil.person.PersonPhotographs;
import org.vigil.person.rules.PersonAnswer;
import org.vigil.person.search.PeopleByWords;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.EmptyState;
import org.vigil.shared.ui.LiveRefresh;
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

    /** So that the reading comes after the end, whichever clock is a little ahead. */
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final PersonPages pages;
    private final PersonMatches matches;
    private final AccessServices access;
    private final PeopleByWords finder;
    private final PersonPhotographs photographs;
    private final PersonEdits edits;
    private final PersonFlags flags;
    private final PersonRetention retention;
    private final PersonErasure erasure;
    private final Viewer viewer;
    private final Clock clock;
    private volatile long id;
    private QueryParameters query = QueryParameters.empty();
    private @Nullable PersonPage page;
    private @Nullable Shown shown;
    /** The end of broken glass at which the page is read again. */
    private @Nullable Instant awaited;
    private @Nullable LiveRefresh<Reading> refresh;

    PersonView(
            PersonPages pages,
            PersonMatches matches,
            AccessServices access,
            PeopleByWords finder,
            PersonPhotographs photographs,
            PersonEdits edits,
            PersonFlags flags,
            PersonRetention retention,
            PersonErasure erasure,
            CurrentViewer viewers,
            Clock clock) {
        this.pages = pages;
        this.matches = matches;
        this.access = access;
        this.finder = finder;
        this.photographs = photographs;
        this.edits = edits;
        this.flags = flags;
        this.retention = retention;
        this.erasure = erasure;
        this.viewer = viewers.get();
        this.clock = clock;
        addClassNames("stack", "person");
    }

    /** @param of whose page was read */
    private record Reading(long of, Optional<Opened> found) {}

    /** What is on screen of a record in full; a refresh goes into it, so that no form is lost. */
    private record Shown(
            PageHeader header, TopPanel top, HistoryPanel history, java.util.List<PartPanel> parts, AboutPanels about,
            PhotographPanel photograph, RelationPanel relations, MarkPanels marks, AccessPanel access, MergePanel merges,
            RetentionPanel retention, Paragraph printed) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // The same object serves the next person: nothing of the one before may stay.
        id = event.getRouteParameters().getLong("id").orElse(0L);
        query = event.getLocation().getQueryParameters();
        shown = null;
        page = null;
        awaited = null;
        if (!read(true)) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "Person" : page.person().name()) + " · Vigil";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        awaited = null;
        refresh = new LiveRefresh<>(this, () -> new Reading(id, pages.open(id, false)), this::show);
        lookAgain();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (refresh != null) {
            refresh.close();
        }
    }

    private boolean read(boolean isNew) {
        var reading = new Reading(id, pages.open(id, isNew));
        show(reading);
        return reading.found().isPresent();
    }

    private void show(Reading reading) {
        // A reading of the person that was open before may come late.
        if (reading.of() == id) {
            reading.found().ifPresentOrElse(
                    opened -> {
                        switch (opened) {
                            case Opened.Restricted restricted -> showRestricted(restricted);
                            case Opened.InFull full -> show(full.page());
                        }
                    },
                    this::showGone);
        }
    }

    /** What may be seen no longer is taken off the screen, at the latest when broken glass ends. */
    private void showGone() {
        page = null;
        shown = null;
        removeAll();
        add(
                new PageHeader("You see this record no longer"),
                new EmptyState(
                        "There is no such person that you may see.",
                        "Who may see it was changed, or the time for which you saw it is over.",
                        new Anchor("search", "Search for somebody")));
    }

    private void lookAgain() {
        var until = page == null ? null : page.glassUntil();
        if (refresh != null && until != null && !until.equals(awaited)) {
            awaited = until;
            refresh.after(Duration.between(clock.instant(), until).plus(A_MOMENT));
        }
    }

    private void showRestricted(Opened.Restricted restricted) {
        page = null;
        shown = null;
        removeAll();
        add(
                new PageHeader("Restricted: ask", "Somebody’s record is here that not everybody may see."),
                new RestrictedPanel(restricted, access.access(), viewer.hasAny(PersonAccess.BREAKS), () -> read(true)));
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
        screen.photograph().show();
        screen.relations().show(now);
        screen.marks().show(now);
        screen.merges().show(now.merges());
        screen.retention().show(person);
        access.lists().of(person).ifPresent(screen.access()::show);
        screen.printed().setText(printedBy());
        lookAgain();
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
                new PhotographPanel(editor, photographs),
                new RelationPanel(editor),
                new MarkPanels(editor),
                new AccessPanel(editor, access, viewer),
                new MergePanel(editor, matches, finder::find, viewer.hasAny(PersonPages.DECIDES)),
                new RetentionPanel(editor, new RetentionForms(
                        retention, erasure, () -> read(false), RetentionView::open)),
                new Paragraph());
        screen.printed().addClassName("print-only");
        screen.header().addAside(new PrintButton(() -> print(screen)));
        var main = new Div(screen.history(), screen.relations(), screen.marks());
        var side = new Div();
        screen.parts().forEach(side::add);
        side.add(screen.photograph(), screen.about(), screen.access(), screen.merges());
        if (viewer.has(Duty.SUPERVISOR)) {
            side.add(screen.retention());
        }
        main.addClassName("stack");
        side.addClassName("stack");
        var split = new Div(main, side);
        split.addClassName("split");
        // What an officer's safety hangs on comes before any face.
        var who = new Div(screen.top(), screen.photograph().figure());
        who.addClassName("person-who");
        add(screen.printed(), screen.header(), who, split);
        return screen;
    }

    private boolean print(Shown screen) {
        if (!pages.print(id)) {
            read(false);
            return false;
        }
        screen.printed().setText(printedBy());
        screen.history().showAll();
        return true;
    }

    private String printedBy() {
        return PrintButton.printedBy(viewer, clock.instant());
    }
}
