package org.vigil.person.search.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.person.search.SearchAnswer;
import org.vigil.person.search.SearchService;
import org.vigil.person.search.SearchViewing;
import org.vigil.person.search.ui.LatestReading.Reading;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.PrintButton;

/** Who is this to us? One field over everything the console holds; results come while one types. */
@Route("search")
@PageTitle("Search · Vigil")
@Menu(title = "Search", order = 10)
@StyleSheet("context://assets/search.css")
@RolesAllowed({
    "SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "DECIDER", "CALLS", "CUSTODY", "MARAC", "COURT", "AUTHOR",
    "COMMISSIONER", "LEADER"
})
class SearchView extends Div {

    private static final int ROWS = 50;
    private static final Set<Duty> ENTER = EnumSet.of(
            Duty.SUPERVISOR, Duty.SPECIALIST, Duty.NPT, Duty.RESPONSE, Duty.DVDS, Duty.CALLS, Duty.CUSTODY, Duty.MARAC,
            Duty.COURT);

    private final SearchService search;
    private final Clock clock;
    private final SearchField field = new SearchField();
    private final FoundList found = new FoundList();
    private final PurposeBar purpose = new PurposeBar(this::explain);
    private final SearchViewing viewing = new SearchViewing();
    private @Nullable LatestReading<SearchAnswer> reading;
    private @Nullable Runnable leaving;
    private final Paragraph printed = new Paragraph();
    private final CurrentViewer viewers;
    private @Nullable SearchAnswer answer;
    private String settledFor = "";
    private boolean unexplained;
    private final boolean mayEnter;
    private final Anchor enter = new Anchor("people/new", "Nobody fits? Enter a new person");

    SearchView(SearchService search, CurrentViewer viewers, Clock clock) {
        this.search = search;
        this.viewers = viewers;
        this.clock = clock;
        mayEnter = viewers.get().hasAny(ENTER);
        addClassNames("stack", "search-screen");
        field.addTypedListener(typed -> ask(typed.text()));
        field.addSettledListener(settled -> {
            settledFor = settled.text();
            settle();
        });
        found.show(FoundWords.start());
        enter.setVisible(false);
        printed.addClassName("print-only");
        var header = new PageHeader("Search");
        header.addAside(new PrintButton(this::print));
        add(printed, header, field, purpose, found, enter);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        reading = new LatestReading<>(this, text -> search.look(text, ROWS, viewing), this::show);
        // A session that ends takes its screens with it, and then nobody is signed in on the thread that does so.
        leaving = new DelegatingSecurityContextRunnable(this::settle, SecurityContextHolder.getContext());
        LastSearch.text().ifPresent(last -> {
            field.startWith(last);
            ask(last);
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (reading != null) {
            reading.close();
        }
        if (leaving != null) {
            leaving.run();
        }
    }

    private void ask(String text) {
        LastSearch.remember(text);
        settledFor = "";
        if (reading != null) {
            reading.ask(text);
        }
    }

    private void show(Reading<SearchAnswer> read) {
        var text = read.question();
        answer = read.answer();
        found.show(answer == null
                ? FoundWords.failed(text, Objects.requireNonNullElse(read.fault(), ""))
                : FoundWords.screen(text, answer, UkTime.localDay(clock.instant())));
        enter.setVisible(mayEnter && answer != null && !answer.understood().isEmpty());
        // It settled before the answer came.
        if (!text.isBlank() && text.equals(settledFor)) {
            settle();
        }
    }

    private boolean print() {
        var now = answer;
        if (now != null && !now.query().isBlank()) {
            settle();
            search.print(now);
        }
        printed.setText(PrintButton.printedBy(viewers.get(), clock.instant()));
        return true;
    }

    private void settle() {
        var what = purpose.purpose();
        if (search.settle(viewing, what.orElse(null)) && what.isEmpty()) {
            unexplained = true;
        }
    }

    private void explain(String given) {
        field.focus();
        if (unexplained) {
            unexplained = false;
            search.explain(given);
        }
    }
}
