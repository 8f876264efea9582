package org.vigil.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.person.PersonPage.ChronologyEntry;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.UkTime;

/** One story of what all modules tell: who else was in it, what they are to the person, and no protected address. */
final class Chronology {

    private static final Set<RelationshipKind> PARTNERS = Set.of(RelationshipKind.PARTNER, RelationshipKind.FORMER_PARTNER);

    private final Person person;
    private final Map<Long, String> names;
    private final Set<Long> known;
    private final Map<Long, Long> standing;
    private final Map<SubjectRef, List<PersonLink>> parties;
    private final Map<Long, List<RelationshipKind>> kinds;
    private final Instant now;

    /**
     * @param names of others whom the viewer may see in full
     * @param known the keys of others of whom the viewer may at least know
     * @param standing for each of them the record that stands for it
     */
    Chronology(
            Person person,
            Map<Long, String> names,
            Set<Long> known,
            Map<Long, Long> standing,
            Map<SubjectRef, List<PersonLink>> parties,
            Instant now) {
        this.person = person;
        this.names = names;
        this.known = known;
        this.standing = standing;
        this.parties = parties;
        this.now = now;
        kinds = kinds(person);
    }

    /** Where these entries were. */
    static Set<SaidPlace> places(List<PersonEntry> told) {
        return told.stream()
                .map(PersonEntry::place)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * The entries of other modules with the record's own, latest first.
     *
     * @param hidden those of their places that are protected
     */
    List<ChronologyEntry> of(List<PersonEntry> told, Set<SaidPlace> hidden) {
        return Stream.concat(told.stream(), own().stream())
                .map(entry -> told(entry, hidden))
                .sorted(Comparator.comparing((ChronologyEntry each) -> each.entry().at())
                        .reversed()
                        .thenComparing(each -> each.entry().subject().id()))
                .toList();
    }

    private ChronologyEntry told(PersonEntry entry, Set<SaidPlace> hidden) {
        var all = parties.getOrDefault(entry.subject(), List.of());
        var others = all.stream().filter(link -> known.contains(link.personId())).toList();
        var isHidden = entry.place() != null
                && (hidden.contains(entry.place())
                        || all.stream().anyMatch(link -> !names.containsKey(link.personId())));
        var shown = isHidden ? entry.withoutPlace().withLine("The place is protected and not shown.") : entry;
        var with = others.stream().map(this::words).distinct().collect(Collectors.joining(", "));
        return new ChronologyEntry(
                with.isEmpty() ? shown : shown.withLine("With " + with),
                others.stream().filter(link -> names.containsKey(link.personId())).anyMatch(this::isPartner));
    }

    private String words(PersonLink link) {
        var name = names.get(link.personId());
        if (name == null) {
            return "somebody whose record is restricted";
        }
        var role = link.role().toLowerCase(Locale.UK).replace('_', ' ');
        var kind = kinds(link).isEmpty() ? "" : kinds(link).getFirst().label().toLowerCase(Locale.UK) + ", ";
        return name + " (" + kind + role + ")";
    }

    /** What the other is to this person; relationships name the record that stands, links the one that was linked. */
    private List<RelationshipKind> kinds(PersonLink link) {
        return kinds.getOrDefault(standing.getOrDefault(link.personId(), link.personId()), List.of());
    }

    private static Map<Long, List<RelationshipKind>> kinds(Person person) {
        return person.relationships().stream()
                .filter(each -> each.state() != PartState.WRONG && each.kind().inReturn() != RelationshipKind.OTHER)
                .collect(Collectors.groupingBy(
                        Person.Relationship::otherId,
                        Collectors.mapping(each -> each.kind().inReturn(), Collectors.toList())));
    }

    private boolean isPartner(PersonLink link) {
        return kinds(link).stream().anyMatch(PARTNERS::contains);
    }

    /** What the record itself adds: markers, and what other systems hold. */
    private List<PersonEntry> own() {
        var entries = new ArrayList<PersonEntry>();
        person.markers().forEach(marker -> entries.add(new PersonEntry(
                person.subject(), "Marker", marker.setAt(), true, "Marker set: " + marker.type().label(), List.of(), null,
                List.of(marker.reason()), null)));
        person.externalRecords().stream()
                .filter(record -> record.state() != PartState.WRONG)
                .forEach(record -> entries.add(new PersonEntry(
                        person.subject(), record.kind().label(), UkTime.startOf(record.datedOn()), false,
                        record.kind().label() + ", held by " + record.system(), List.of(), null,
                        List.of(record.content()), null)));
        return entries.stream().filter(entry -> !entry.at().isAfter(now)).toList();
    }
}
