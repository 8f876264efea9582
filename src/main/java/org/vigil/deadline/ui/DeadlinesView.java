package org.vigil.deadline.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertFeed;
import org.vigil.deadline.CalendarService;
import org.vigil.deadline.ClockCalculator;
import org.vigil.deadline.ClockSource;
import org.vigil.deadline.DeadlineHand;
import org.vigil.deadline.DeadlineLists;
import org.vigil.deadline.DeadlineRule;
import org.vigil.deadline.RuleService;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;

/** When is it due, and why; beside it the rules that say so, and the clocks that run. */
@Route("deadlines")
@StyleSheet("context://assets/deadlines.css")
@PageTitle("Clocks · Vigil")
@Menu(title = "Clocks", order = 30)
@RolesAllowed({
    "SUPERVISOR", "SPECIALIST", "NPT", "RESPONSE", "DVDS", "DECIDER", "CALLS", "CUSTODY", "MARAC", "COURT", "AUTHOR",
    "COMMISSIONER", "LEADER", "ADMIN"
})
class DeadlinesView extends Div implements BeforeEnterObserver {

    private final ClockCalculator calculator;
    private final CalendarService calendars;
    private final RuleService rules;
    private final Clock clock;
    private final boolean isAdmin;
    private final CalculatorPanel calculation;
    private final RulesPanel catalogue = new RulesPanel(this::openRule);
    private final CalendarPanel calendar;
    private final @Nullable RunningPanel running;

    DeadlinesView(
            ClockCalculator calculator,
            CalendarService calendars,
            RuleService rules,
            DeadlineLists lists,
            DeadlineHand hand,
            AlertFeed feed,
            List<ClockSource> sources,
            CurrentViewer viewer,
            AreaDirectory areas,
            Clock clock) {
        this.calculator = calculator;
        this.calendars = calendars;
        this.rules = rules;
        this.clock = clock;
        var who = viewer.get();
        isAdmin = who.has(Duty.ADMIN);
        calculation = new CalculatorPanel(calculator, clock);
        calendar = new CalendarPanel(calendars);
        running = seesCases(who) ? new RunningPanel(lists, hand, feed, sources, viewer, areas, clock) : null;
        addClassName("stack");
        var beside = new Div(catalogue, calendar);
        beside.addClassName("stack");
        var split = new Div(new Panel("When is it due?", calculation), beside);
        split.addClassName("split");
        add(new PageHeader("Clocks", "When is it due, and why."), split);
        if (running != null) {
            add(running);
        }
        if (isAdmin) {
            calendar.offerUpload(this::showCatalogue);
        }
    }

    /** Administrators keep the rules and see no case. */
    private static boolean seesCases(Viewer viewer) {
        return viewer.duties().stream().anyMatch(duty -> duty != Duty.ADMIN && duty != Duty.AUDITOR);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        showCatalogue();
        var query = event.getLocation().getQueryParameters();
        if (running != null) {
            running.read(query);
            // Who comes from a count on the board wants its rows first.
            var first = query.getSingleParameter("state").isPresent();
            if (first != (indexOf(running) == 1)) {
                addComponentAtIndex(first ? 1 : getComponentCount() - 1, running);
            }
        }
        query.getSingleParameter("rule")
                .flatMap(code -> calculator.catalogue().inForce(code, clock.instant()))
                .ifPresent(calculation::choose);
    }

    private void showCatalogue() {
        var inForce = calculator.catalogue().inForce(clock.instant());
        calculation.setRules(inForce);
        catalogue.setRules(inForce);
        calendar.show(calendars.editions());
    }

    private void openRule(String code) {
        var known = calculator.catalogue();
        known.inForce(code, clock.instant()).ifPresent(rule -> {
            var versions = known.versions(code);
            var dialog = new RuleDialog(rule, versions, calculation::choose);
            if (isAdmin) {
                DeadlineRule last = versions.getLast();
                dialog.offerSupersede(() -> new SupersedeDialog(rules, last, clock, this::showCatalogue).open());
            }
            dialog.open();
        });
    }
}
