package org.vigil.custody.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.custody.ArrestedFor;
import org.vigil.custody.CustodyAuthority;
import org.vigil.custody.CustodyEventKind;
import org.vigil.custody.CustodyMessage;
import org.vigil.custody.CustodyStanding;
import org.vigil.person.NamedPerson;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.ui.MomentField;

/** The fields by which one kind of event is typed: its time, now unless it is put right, and what that kind carries. */
final class EventForm {

    private static final List<String> CONSIDERED = List.of(
            "Earlier calls and arrests between them",
            "The risk assessment of this incident",
            "Where the victim and the children live, work and go to school",
            "Orders and bail in force, and breaches of them",
            "Threats, stalking, controlling behaviour, weapons",
            "Children, and who is with them");

    private final CustodyEventKind kind;
    private final MomentField at;
    private final List<Component> fields = new ArrayList<>();
    private final TextField officer = text("Officer, if it was not you");
    private final TextArea reason = area("Reason or note");
    private final TextField station = text("Station");
    private final TextArea conditions = area("Conditions, each on its own line");
    private final MomentField bailEndsAt;
    private final TextField court = text("Court");
    private final MomentField hearingAt;
    private final TextArea offences = area("Offences, each on its own line");
    private final Select<CustodyAuthority> authority = new Select<>();
    private final MomentField detentionEndsAt;
    private final MomentField releaseAt;
    private final TextField how = text("How the victim was told");
    private final Checkbox conditionsIncluded = new Checkbox("The conditions were told as well");
    private final TextArea attempts = area("Or: what was tried, where the victim could not be reached");
    private final TextArea safeguarding = area("And: what protects the victim meanwhile");
    private final TextArea risk = area("Risk to the victim, as identified");
    private final CheckboxGroup<String> considered = new CheckboxGroup<>("Considered before the decision");
    private final TextArea views = area("The victim’s views");
    private final TextArea notAsked = area("Or: why the victim could not be asked");

    EventForm(CustodyEventKind kind, CustodyStanding standing, Clock clock) {
        this.kind = kind;
        at = new MomentField(kind == CustodyEventKind.RELEASE_DECIDED ? "Decided" : "When", clock);
        bailEndsAt = new MomentField("Must answer bail", clock);
        hearingAt = new MomentField("Hearing, if known", clock);
        detentionEndsAt = new MomentField("Extended to", clock);
        releaseAt = new MomentField("To be released", clock);
        Moments.fillWithNow(at, clock);
        conditions.setValue(standing.bail() == null ? "" : String.join("\n", standing.bail().conditions()));
        considered.setItems(CONSIDERED);
        fields.add(at);
        choose(standing);
        fields.add(officer);
        fields.add(reason);
    }

    private void choose(CustodyStanding standing) {
        switch (kind) {
            case ARRIVED, DETENTION_AUTHORISED, ARRESTED -> fields.add(station);
            case EXTENDED -> {
                authorities(CustodyAuthority.SUPERINTENDENT, CustodyAuthority.COURT);
                fields.add(detentionEndsAt);
            }
            case RELEASE_DECIDED -> fields.add(releaseAt);
            case VICTIM_TOLD -> fields.addAll(List.of(how, conditionsIncluded, attempts, safeguarding));
            case RELEASED_BAIL -> {
                if (standing.domesticAbuse() && standing.state() != org.vigil.custody.CustodyState.CHARGED) {
                    fields.addAll(List.of(risk, considered, views, notAsked));
                }
                fields.addAll(List.of(conditions, bailEndsAt));
            }
            case BAIL_CONDITIONS_CHANGED -> fields.addAll(List.of(conditions, bailEndsAt));
            case BAIL_EXTENDED -> {
                authorities(
                        CustodyAuthority.INSPECTOR, CustodyAuthority.SUPERINTENDENT, CustodyAuthority.DESIGNATED,
                        CustodyAuthority.COURT);
                fields.add(bailEndsAt);
            }
            case CHARGED -> fields.addAll(List.of(offences, court, hearingAt));
            case REMANDED, COURT_RESULT -> fields.addAll(List.of(court, hearingAt));
            case REVIEWED, INTERVIEWED, CHARGING_DECISION_SOUGHT, CHARGING_DECISION_RETURNED, RELEASED_UNDER_INVESTIGATION,
                    RELEASED_NO_ACTION -> {
                // Their time, the officer and a reason are all.
            }
        }
    }

    private void authorities(CustodyAuthority... which) {
        authority.setLabel("On whose authority");
        authority.setItems(which);
        authority.setItemLabelGenerator(who -> Character.toUpperCase(who.label().charAt(0)) + who.label().substring(1));
        authority.setValue(which[0]);
        fields.add(authority);
    }

    List<Component> fields() {
        return List.copyOf(fields);
    }

    void focus() {
        if (fields.get(1) instanceof Focusable<?> first) {
            first.focus();
        }
    }

    /** @throws InvalidInputException where a time can't be read */
    CustodyMessage message() {
        return new CustodyMessage(null, null, null, required(at), kind, text(station), null, text(officer), authority.getValue(),
                text(reason), lines(conditions, isOfBail()), moment(bailEndsAt), text(court), moment(hearingAt),
                lines(offences, kind == CustodyEventKind.CHARGED), moment(detentionEndsAt), null, null, null, null, null,
                moment(releaseAt), text(how), kind == CustodyEventKind.VICTIM_TOLD && !how.isEmpty() ? conditionsIncluded.getValue() : null,
                text(attempts), text(safeguarding), text(risk), List.copyOf(considered.getValue()), text(views), text(notAsked));
    }

    private boolean isOfBail() {
        return kind == CustodyEventKind.RELEASED_BAIL || kind == CustodyEventKind.BAIL_CONDITIONS_CHANGED;
    }

    private static Instant required(MomentField field) {
        return field.read().orElseThrow(() -> new InvalidInputException("at", "Give the day and the time."));
    }

    private static @Nullable Instant moment(MomentField field) {
        var read = field.read();
        if (read.isEmpty() && !field.isBlank()) {
            throw new InvalidInputException(field.getLabel(), "“" + field.getLabel() + "” needs a day and a time.");
        }
        return read.orElse(null);
    }

    private static List<@Nullable String> lines(TextArea area, boolean wanted) {
        return wanted ? area.getValue().lines().map(String::strip).filter(line -> !line.isEmpty()).<@Nullable String>map(line -> line).toList() : List.of();
    }

    private static @Nullable String text(TextField field) {
        return BookInForm.blankToNull(field.getValue());
    }

    private static @Nullable String text(TextArea field) {
        return BookInForm.blankToNull(field.getValue());
    }

    private static TextField text(String label) {
        var field = new TextField(label);
        field.setMaxLength(120);
        return field;
    }

    private static TextArea area(String label) {
        var field = new TextArea(label);
        field.setMaxLength(1000);
        return field;
    }

    /** An arrest as it is booked in at the desk. */
    static CustodyMessage arrest(
            @Nullable NamedPerson person, Instant at, @Nullable String station, @Nullable String offence, ArrestedFor reason) {
        var isOffence = reason.isForOffence() && offence != null;
        return new CustodyMessage(null, null, person, at, CustodyEventKind.ARRESTED, station, null, null, null,
                isOffence ? null : offence, null, null, null, null, isOffence ? List.of(offence) : List.of(), null, reason, null,
                null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
