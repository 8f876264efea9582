package org.vigil.person.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.person.FlagState;
import org.vigil.person.MarkerType;
import org.vigil.person.Person;
import org.vigil.person.PersonMeasure;
import org.vigil.person.PersonPage;
import org.vigil.person.rules.PersonAnswer;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Pill;
import org.vigil.shared.ui.Tone;

/** Who this is to us, in words, before anything else. */
final class TopPanel extends Div {

    private static final int FLAGS = 5;

    private final Paragraph warned = new Paragraph();
    private final Div pills = new Div();
    private final Paragraph standing = new Paragraph();
    private final UnorderedList measures = new UnorderedList();
    private final Paragraph contact = new Paragraph();
    private final Paragraph glass = new Paragraph();
    private final Paragraph overdue = new Paragraph();

    TopPanel() {
        addClassNames("callout", "person-top");
        warned.addClassName("answer");
        pills.addClassNames("cluster", "person-warnings");
        overdue.addClassName("person-overdue");
        add(warned, pills, overdue, standing, measures, contact, glass);
    }

    void show(PersonPage page) {
        var person = page.person();
        var standingMarkers = person.markers().stream().filter(marker -> marker.endedAt() == null).toList();
        var dangerous = standingMarkers.stream().anyMatch(marker -> marker.type().isOfficerSafety());
        warned.setText(dangerous
                ? "Warning: " + words(standingMarkers.stream().filter(marker -> marker.type().isOfficerSafety()).toList()) + "."
                : standingMarkers.isEmpty() ? "No warnings." : "No warning for officers’ safety; other markers below.");
        pills.removeAll();
        standingMarkers.stream().map(Person.Marker::type).distinct().sorted().forEach(type -> pills.add(pill(type)));
        pills.setVisible(!standingMarkers.isEmpty());
        showOverdue(standingMarkers, UkTime.localDay(page.readAt()));
        standing.setText(PersonAnswer.standing(page));
        measures.removeAll();
        page.measures().forEach(measure -> measures.add(new ListItem(measure(measure))));
        showFlags(page);
        if (measures.getComponentCount() == 0) {
            measures.add(new ListItem("No order, bail or open call that the console holds, and no flag to be chased."));
        }
        showContact(person);
        glass.setVisible(page.glassUntil() != null);
        glass.setText(page.glassUntil() == null
                ? ""
                : "This record is restricted. You broke the glass: you see it until " + UkTime.moment(page.glassUntil())
                        + ", and its owner was told.");
        for (var tone : Tone.values()) {
            setClassName(tone.cssClass(), tone == (dangerous ? Tone.BAD : standingMarkers.isEmpty() ? Tone.NEUTRAL : Tone.WARN));
        }
    }

    private void showOverdue(List<Person.Marker> markers, LocalDate today) {
        var late = markers.stream().filter(marker -> marker.isOverdue(today)).toList();
        overdue.setVisible(!late.isEmpty());
        overdue.setText(late.isEmpty() ? "" : late.stream()
                .map(marker -> marker.type().label().toLowerCase(java.util.Locale.UK) + ", by " + UkTime.day(marker.reviewOn()))
                .collect(Collectors.joining("; ", "Review overdue, it may no longer be right: ", ".")));
    }

    /** Those whose clock ends first; a long list would push what is in force out of sight. */
    private void showFlags(PersonPage page) {
        var toChase = page.person().flags().stream()
                .filter(flag -> flag.state() == FlagState.TO_SET)
                .sorted(Comparator.comparing(flag -> page.flagsDue().getOrDefault(flag.id(), flag.askedAt())))
                .toList();
        toChase.stream()
                .limit(FLAGS)
                .forEach(flag -> measures.add(new ListItem(new Pill("to be chased", Tone.BAD), new Span(
                        " Flag on " + flag.system().label() + ": " + flag.what() + ", asked for "
                                + UkTime.moment(flag.askedAt())))));
        if (toChase.size() > FLAGS) {
            measures.add(new ListItem(toChase.size() - FLAGS + " more flags are to be chased: they are listed below."));
        }
    }

    private void showContact(Person person) {
        var held = person.core().contact();
        var words = Stream.of(
                        held.method(),
                        held.times(),
                        held.never() == null ? null : "Never: " + held.never())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        contact.setText("Contact safely: " + (words.isEmpty() ? "not recorded. Ask before you ring or write." : words));
        contact.addClassName("person-safe");
    }

    static Pill pill(MarkerType type) {
        return new Pill(type.label(), type.isOfficerSafety() ? Tone.BAD : Tone.WARN);
    }

    private static String words(List<Person.Marker> markers) {
        return markers.stream()
                .map(marker -> marker.type().label().toLowerCase(java.util.Locale.UK) + " (" + marker.reason() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    static Component[] measure(PersonMeasure measure) {
        var pill = new Pill(measure.urgent() ? "now" : "in force", measure.urgent() ? Tone.BAD : Tone.NEW);
        var text = measure.kind() + ": " + measure.detail();
        Component words = measure.href() == null ? new Span(text) : new Anchor(measure.href(), text);
        return new Component[] {pill, new Span(" "), words};
    }
}
