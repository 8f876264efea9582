package org.vigil.victim.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.deadline.DeadlineState;
import org.vigil.person.PersonCore.SafeContact;
import org.vigil.shared.Duty;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Facts;
import org.vigil.shared.ui.Notices;
import org.vigil.shared.ui.Panel;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.RowList;
import org.vigil.shared.ui.Tone;
import org.vigil.victim.Equipment;
import org.vigil.victim.Need;
import org.vigil.victim.NeedEntry;
import org.vigil.victim.VictimContact;
import org.vigil.victim.VictimPage;
import org.vigil.victim.VictimUpdate;

/** One victim: how to reach them safely, what they must be told by when, every contact, and what was done for them. */
final class VictimPanel extends Div {

    private static final Set<Duty> CONTACT = Set.of(Duty.SUPERVISOR, Duty.SPECIALIST, Duty.CUSTODY, Duty.NPT);
    private static final Set<Duty> CARE = Set.of(Duty.SUPERVISOR, Duty.SPECIALIST);

    private final Paragraph safety = new Paragraph();
    private final Paragraph personSays = new Paragraph();
    private final Paragraph next = new Paragraph();
    private final Div warning = new Div(safety, personSays, next);
    private final RowList updates = new RowList("What the victim must be told, and was told");
    private final RowList contacts = new RowList("Contacts and attempts, the latest first");
    private final RowList equipment = new RowList("Home security equipment");
    private final Facts facts = new Facts();
    private final Panel panel;
    private final Anchor page = new Anchor("", "Open the person's page");
    private final Div forms = new Div();
    private final ContactForms contactForms;
    private VictimPage.Victim victim;

    VictimPanel(VictimServices services, long caseId, VictimPage.Victim first, Runnable changed) {
        victim = first;
        contactForms = new ContactForms(services, caseId, () -> victim, changed);
        warning.addClassName("callout");
        safety.addClassName("answer");
        updates.setEmptyText("Nothing is to be told yet. An arrest, bail, a charge or a release opens it.");
        contacts.setEmptyText("Nobody has tried to reach the victim yet.");
        contacts.asTimeline();
        equipment.setEmptyText("Nothing was issued.");
        equipment.addActionListener(action -> {
            if (Notices.attempt(() -> services.care().takeBack(
                    caseId, victim.who().place(), Long.parseLong(action.rowId())))) {
                Notices.done("Returned");
            }
            changed.run();
        });
        var viewer = services.viewers().get();
        if (viewer.hasAny(CONTACT)) {
            forms.add(contactForms);
        }
        if (viewer.hasAny(CARE)) {
            forms.add(new CareForms(services, caseId, () -> victim, changed));
        }
        panel = new Panel("Victim", warning, updates, forms, contacts, facts, equipment);
        panel.addToHead(page);
        addClassName("stack");
        add(panel);
    }

    /** Opens the form of a contact with one update ticked. */
    void tell(long update) {
        contactForms.open(update);
    }

    void show(VictimPage all, VictimPage.Victim now, boolean mayReturn) {
        victim = now;
        var who = now.who();
        panel.setHeading("Victim: " + who.name());
        page.setVisible(who.person() != null);
        page.setHref("people/" + who.person());
        forms.setVisible(!who.heldBack());
        safety(now);
        updates.setRows(Stream.concat(
                        now.updates().stream().filter(update -> update.of().isOwed()),
                        now.updates().reversed().stream().filter(update -> !update.of().isOwed()))
                .map(update -> row(all, update))
                .toList());
        contacts.setRows(now.contacts().stream().map(VictimPanel::row).toList());
        contacts.setVisible(!who.heldBack());
        equipment.setRows(now.equipment().stream().map(item -> row(item, mayReturn)).toList());
        equipment.setVisible(!who.heldBack());
        facts.setVisible(!who.heldBack());
        facts.show(facts(now));
        contactForms.show(now);
    }

    private void safety(VictimPage.Victim now) {
        var window = now.side().window();
        var unknown = window == null;
        for (var tone : Tone.values()) {
            warning.setClassName(tone.cssClass(), tone == (unknown ? Tone.WARN : Tone.OK));
        }
        safety.setText(now.who().heldBack()
                ? "Who this is, and how to reach them, does not show to you."
                : unknown ? "Safe contact not recorded: ask before you ring." : "Safe contact: " + window.words() + ".");
        var says = now.personSays() == null ? "" : words(now.personSays());
        personSays.setText(says.isEmpty() ? "" : "The person's record says: " + says);
        personSays.setVisible(!says.isEmpty());
        var planned = now.side().next();
        next.setVisible(planned != null);
        if (planned != null) {
            next.setText("Next contact: " + UkTime.moment(planned.at()) + ", "
                    + planned.means().label().toLowerCase(java.util.Locale.UK)
                    + (planned.why() == null ? "" : ", outside the safe window: " + planned.why()));
        }
    }

    private static String words(SafeContact says) {
        return Stream.of(says.method(), says.times(), says.never() == null ? null : "never: " + says.never())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("; "));
    }

    private static Facts facts(VictimPage.Victim now) {
        var facts = new Facts().with("Rights", now.side().enhanced()
                ? "Enhanced: told within one working day"
                : "Not enhanced: told within five working days. " + now.side().enhancedWhy());
        for (var need : Need.values()) {
            facts.with(need.label(), now.last(need).map(VictimPanel::words).orElse(need.before()));
        }
        return facts;
    }

    private static String words(NeedEntry entry) {
        return entry.words() + ", " + UkTime.day(UkTime.localDay(entry.at())) + ", by " + entry.recordedBy()
                + (entry.note() == null ? "" : ". " + entry.note());
    }

    private static Row row(VictimPage all, VictimPage.Update update) {
        var of = update.of();
        var suspect = of.suspectPlace() == null ? null : all.name(of.suspectPlace(), "Suspect");
        var row = Row.of(of.id(), of.kind().label() + (suspect == null ? "" : ": " + suspect))
                .line(of.words())
                .line("Since " + UkTime.moment(of.eventAt()) + (of.enhanced() ? " · enhanced rights" : ""));
        return switch (of.state()) {
            case TO_TELL -> update.clock() == null
                    ? row.pill("to tell", Tone.WARN).line("No clock: " + of.clockProblem())
                    : row.pill("to tell", isOverdue(update, all.readAt()) ? Tone.BAD : Tone.WARN).due(update.dueAt());
            case TOLD -> row.pill(isLate(update) ? "told late" : "told in time", isLate(update) ? Tone.BAD : Tone.OK)
                    .line(settled(of, "Told "));
            case COULD_NOT -> row.pill("could not be told", Tone.WARN).line(settled(of, "Decided "));
            case NOT_NEEDED -> row.pill("not needed", Tone.NEUTRAL).line(settled(of, "Decided "));
        };
    }

    private static boolean isOverdue(VictimPage.Update update, Instant now) {
        return update.dueAt() != null && !update.dueAt().isAfter(now);
    }

    private static boolean isLate(VictimPage.Update update) {
        return update.clock() != null && update.clock().state() == DeadlineState.MET_LATE;
    }

    private static String settled(VictimUpdate of, String verb) {
        var how = of.settled();
        return how == null
                ? ""
                : verb + UkTime.moment(how.at()) + " by " + how.by() + (how.why() == null ? "" : ": " + how.why());
    }

    private static Row row(VictimContact contact) {
        var lines = new ArrayList<String>();
        if (!contact.safe()) {
            lines.add("Outside what is recorded as safe: " + contact.outsideWhy());
        }
        lines.add("By " + contact.recordedBy());
        var row = Row.of(contact.id(), contact.means().label() + ": " + contact.outcome().label())
                .lead(UkTime.moment(contact.at()))
                .line(contact.note());
        for (var line : List.copyOf(lines)) {
            row = row.line(line);
        }
        return contact.outcome().hasReached() ? row.pill("reached", Tone.OK) : row.pill("not reached", Tone.WARN);
    }

    private static Row row(Equipment item, boolean mayReturn) {
        var row = Row.of(item.id(), item.item())
                .line("Issued " + UkTime.moment(item.issuedAt()) + " by " + item.issuedBy());
        if (item.returnedAt() != null) {
            return row.line("Returned " + UkTime.moment(item.returnedAt()) + " to " + item.returnedBy())
                    .pill("returned", Tone.NEUTRAL);
        }
        return mayReturn ? row.pill("issued", Tone.OK).action("return", "Returned") : row.pill("issued", Tone.OK);
    }
}
