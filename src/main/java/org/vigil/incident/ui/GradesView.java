package org.vigil.incident.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.vigil.incident.Feed;
import org.vigil.incident.FeedService;
import org.vigil.incident.GradePolicyService;
import org.vigil.incident.Grading;
import org.vigil.incident.rules.GradePolicy;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.FormDialog;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.PageHeader;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Pill;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;

/** How the force grades calls, by when officers should be there, and which systems send calls; no call is on it. */
@Route("admin/grades")
@PageTitle("Grades and feeds · Vigil")
@Menu(title = "Grades and feeds", order = 93)
@RolesAllowed("ADMIN")
class GradesView extends Div implements BeforeEnterObserver {

    private final GradePolicyService policies;
    private final FeedService feeds;
    private final Clock clock;
    private final Div versions = new Div();
    private final RowList feedRows = new RowList("Feeds");

    GradesView(GradePolicyService policies, FeedService feeds, Clock clock) {
        this.policies = policies;
        this.feeds = feeds;
        this.clock = clock;
        addClassName("stack");
        versions.addClassName("stack");
        var supersede = new Button("Supersede the policy", click -> supersede());
        supersede.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var header = new PageHeader(
                "Grades and feeds", "A call is measured by the policy that was in force when it was received.");
        header.addAside(supersede);
        feedRows.setEmptyText("No feed was heard yet. One appears here with the first call that it sends.");
        feedRows.addActionListener(event -> feeds.all().stream()
                .filter(feed -> Long.toString(feed.id()).equals(event.rowId()))
                .findFirst()
                .ifPresent(this::askSilence));
        add(header, versions, new Panel("Feeds", feedRows));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        load();
    }

    private void load() {
        var now = clock.instant();
        versions.removeAll();
        policies.versions().forEach(policy -> versions.add(panel(policy, now)));
        feedRows.setRows(feeds.all().stream().map(GradesView::row).toList());
    }

    private static Panel panel(GradePolicy policy, Instant now) {
        var panel = new Panel(policy.name());
        panel.addToHead(
                policy.isInForceAt(now)
                        ? new Pill("in force", Tone.OK)
                        : now.isBefore(policy.validFrom())
                                ? new Pill("to come", Tone.NEW)
                                : new Pill("ended", Tone.NEUTRAL));
        var grades = new RowList("Grades of " + policy.name() + ", most urgent first");
        grades.setRows(policy.grades().stream()
                .map(grade -> Row.of(grade.urgency(), Grading.words(grade.name()))
                        .lead(Integer.toString(grade.urgency()))
                        .line(grade.targetInWords() + " · sent as " + grade.name()))
                .toList());
        var basis = new Paragraph(dates(policy) + ". Basis: " + policy.basis());
        basis.addClassNames("quiet", "small");
        panel.add(new Div(basis), grades);
        return panel;
    }

    private static String dates(GradePolicy policy) {
        var to = policy.validTo();
        return "From " + UkTime.day(UkTime.localDay(policy.validFrom()))
                + (to == null ? " on" : " until the end of " + UkTime.day(UkTime.localDay(to).minusDays(1)));
    }

    private static Row row(Feed feed) {
        var row = Row.of(feed.id(), feed.source())
                .line("Last heard " + UkTime.moment(feed.lastHeardAt()))
                .line(feed.silentAfterMinutes() == 0
                        ? "Nobody is told when it falls silent"
                        : "Somebody is told after " + feed.silentAfterMinutes() + " minutes of silence")
                .action("limit", "Change the limit");
        return feed.silentSince() == null ? row : row.pill("silent", Tone.BAD);
    }

    private void supersede() {
        new GradePolicyDialog(policies, policies.versions().getFirst(), clock, this::load).open();
    }

    private void askSilence(Feed feed) {
        var dialog = new Dialog("Silence of " + feed.source());
        dialog.setWidth("26rem");
        var minutes = new IntegerField("Minutes of silence before somebody is told");
        minutes.setValue(feed.silentAfterMinutes());
        minutes.setHelperText("0 where nobody is to be told, as for a feed that is no longer used.");
        minutes.setManualValidation(true);
        minutes.setWidthFull();
        dialog.add(minutes);
        FormDialog.open(dialog, "Cancel", "Change the limit", () -> {
            var wanted = Objects.requireNonNullElse(minutes.getValue(), -1);
            if (Notices.attempt(() -> feeds.setSilence(feed.id(), wanted))) {
                dialog.close();
                Notices.done("Limit changed");
                load();
            }
        });
        minutes.focus();
    }
}
