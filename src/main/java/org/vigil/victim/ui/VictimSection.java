package org.vigil.victim.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.LiveLook;
import org.vigil.casework.HealthLine;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.LiveRefresh;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;
import org.vigil.victim.Children;
import org.vigil.victim.VictimPage;

/** The victim's side of a case: what is missing first, then each victim, then the children. */
final class VictimSection extends Div {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final VictimServices services;
    private final long caseId;
    private final boolean mayCare;
    private final RowList lines = new RowList("What is missing for the victim and the children");
    private final Panel missing = new Panel("What is missing", lines);
    private final Div victims = new Div();
    private final Map<Integer, VictimPanel> panels = new HashMap<>();
    private final Facts children = new Facts();
    private final ChildrenForms childrenForms;
    private final Panel childrenPanel;
    private final LiveLook look = new LiveLook();
    private @Nullable VictimPage page;
    private @Nullable LiveRefresh<Optional<VictimPage>> refresh;

    VictimSection(VictimServices services, long caseId) {
        this.services = services;
        this.caseId = caseId;
        mayCare = services.viewers().get().hasAny(Set.of(Duty.SUPERVISOR, Duty.SPECIALIST));
        lines.setEmptyText("Nothing is missing.");
        victims.addClassName("stack");
        childrenForms = new ChildrenForms(services, () -> Objects.requireNonNull(page), this::readNow);
        childrenPanel = new Panel("Children", children, childrenForms);
        addClassName("stack");
        add(missing, victims, childrenPanel);
    }

    /** As a part of the case's own page, which tells what is missing with its own lines. */
    VictimSection withoutLines() {
        remove(missing);
        return this;
    }

    /** Reads it; empty where there is no such case in the viewer's areas. */
    Optional<VictimPage> readNow() {
        var found = read();
        found.ifPresent(this::show);
        return found;
    }

    /** Opens the form of a contact that tells one update. */
    void tell(long update) {
        Objects.requireNonNull(page).victims().stream()
                .filter(victim -> victim.owed().stream().anyMatch(owed -> owed.of().id() == update))
                .findFirst()
                .map(victim -> panels.get(victim.who().place()))
                .ifPresent(panel -> panel.tell(update));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        refresh = new LiveRefresh<>(this, this::read, found -> found.ifPresent(this::show));
        refresh.after(AGAIN);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (refresh != null) {
            refresh.close();
        }
    }

    private Optional<VictimPage> read() {
        var now = services.clock().instant();
        var isNew = look.isDue(now);
        var found = services.victims().page(caseId, isNew);
        if (isNew) {
            look.logged(now);
        }
        return found;
    }

    private void show(VictimPage now) {
        page = now;
        lines.setRows(now.lines().stream().map(line -> row(now, line)).toList());
        now.victims().forEach(victim -> {
            var panel = panels.computeIfAbsent(victim.who().place(), place -> {
                var fresh = new VictimPanel(services, caseId, victim, this::readNow);
                victims.add(fresh);
                return fresh;
            });
            panel.show(now, victim, mayCare);
        });
        panels.forEach((place, panel) -> panel.setVisible(now.of().victims().contains(place)));
        childrenPanel.setVisible(!now.children().places().isEmpty());
        children.show(facts(now));
        childrenForms.show(now);
        if (refresh != null) {
            refresh.after(AGAIN);
        }
    }

    private static Row row(VictimPage now, HealthLine line) {
        var about = line.place() != null && now.victims().size() > 1 ? now.name(line.place(), "Victim") + ": " : "";
        return Row.of(Integer.toString(now.lines().indexOf(line)), about + line.words())
                .line(line.basis())
                .pill(line.urgent() ? "now" : "to do", line.urgent() ? Tone.BAD : Tone.NEUTRAL);
    }

    private static Facts facts(VictimPage now) {
        var referral = now.children().referral();
        var facts = new Facts()
                .with("Referral to children's services and CAIU", referral == null
                        ? "Nobody said yet"
                        : referral.state().label() + ", " + UkTime.moment(referral.madeAt()) + ", by " + referral.madeBy()
                                + ": " + referral.why())
                .with("Confirmed by a supervisor", referral == null || referral.confirmedAt() == null
                        ? "Not yet"
                        : UkTime.moment(referral.confirmedAt()) + ", " + referral.confirmedBy());
        now.children().places().forEach(place -> facts.with(
                "School of " + now.name(place, "a child"),
                now.children().school(place).map(VictimSection::words).orElse("Not told yet")));
        var clock = now.schoolClock();
        return clock == null || !clock.state().isOpen()
                ? facts
                : facts.with("Notice to schools by", clock.dueAt() == null ? "next school day" : UkTime.moment(clock.dueAt())
                        + ", earlier or later where the term says so");
    }

    private static String words(Children.School school) {
        return school.state().label() + ", " + UkTime.moment(school.at()) + ", by " + school.recordedBy()
                + (school.why() == null ? "" : ": " + school.why());
    }
}
