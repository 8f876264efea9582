package org.vigil.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.AddressKey;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * A person with all that the console holds of who they are, whichever of the merged records holds it.
 *
 * @param records the keys of all records that are this person, its own first
 */
public record Person(
        long id,
        int version,
        PersonCore core,
        List<Long> records,
        List<HeldPart<?>> parts,
        Map<Characteristic, CharacteristicAnswer> characteristics,
        List<Marker> markers,
        List<Flag> flags,
        List<Relationship> relationships,
        List<ExternalRecord> externalRecords) {

    public Person {
        records = List.copyOf(records);
        parts = List.copyOf(parts);
        characteristics = Map.copyOf(characteristics);
        markers = List.copyOf(markers);
        flags = List.copyOf(flags);
        relationships = List.copyOf(relationships);
        externalRecords = List.copyOf(externalRecords);
    }

    /** What came of a question about a protected characteristic. */
    public record CharacteristicAnswer(Answer answer, @Nullable String value, @Nullable String reason) {}

    /** @param endedAt null while it stands */
    public record Marker(
            long id,
            MarkerType type,
            String reason,
            Instant setAt,
            long setBy,
            LocalDate from,
            LocalDate reviewOn,
            @Nullable Instant endedAt,
            @Nullable String endReason) {

        /** Whether the day by which it was to be looked at again is over. */
        public boolean isOverdue(LocalDate today) {
            return endedAt == null && reviewOn.isBefore(today);
        }
    }

    /** A flag that must stand in another system. */
    public record Flag(
            long id,
            int version,
            FlagSystem system,
            String what,
            String reason,
            FlagState state,
            Instant askedAt,
            long askedBy,
            @Nullable Instant settledAt,
            @Nullable Long settledBy,
            @Nullable String evidence) {}

    /** This person is the kind of the other. */
    public record Relationship(
            long id,
            long otherId,
            RelationshipKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String note,
            PartState state) {}

    /** What another system holds, shown as its own. */
    public record ExternalRecord(
            long id,
            ExternalKind kind,
            String system,
            @Nullable String reference,
            LocalDate datedOn,
            String content,
            PartState state,
            Instant addedAt) {}

    /** The parts of one kind, what holds first, then the latest. */
    public <P extends PersonPart> List<HeldPart<P>> parts(Class<P> kind) {
        return parts.stream()
                .filter(held -> kind.isInstance(held.part()))
                .map(held -> Person.<P>cast(held))
                .sorted(Comparator.<HeldPart<P>, PartState>comparing(HeldPart::state)
                        .thenComparing(HeldPart::addedAt, Comparator.reverseOrder())
                        .thenComparing(HeldPart::id))
                .toList();
    }

    @SuppressWarnings("unchecked") // the caller has looked at the part's own class
    private static <P extends PersonPart> HeldPart<P> cast(HeldPart<?> held) {
        return (HeldPart<P>) held;
    }

    /** Whether an address is not to be shown: it is a hiding place, or reads like one that the person's records hold. */
    public boolean hides(PersonPart part) {
        return part instanceof PersonPart.Address address
                && (address.isProtected() || hidden().anyMatch(AddressKey.of(address.line(), address.postcode())::mayBe));
    }

    private Stream<AddressKey> hidden() {
        return parts.stream()
                .flatMap(held -> held.part() instanceof PersonPart.Address address && address.isProtected()
                        ? Stream.of(AddressKey.of(address.line(), address.postcode()))
                        : Stream.empty());
    }

    /** The name by which the person is shown: a legal one before one used, and never one that was wrong. */
    public String name() {
        return parts(PersonPart.Name.class).stream()
                .filter(held -> held.state() != PartState.WRONG)
                .min(Comparator.<HeldPart<PersonPart.Name>, PartState>comparing(HeldPart::state)
                        .thenComparing(held -> held.part().kind())
                        .thenComparing(HeldPart::id))
                .map(held -> held.part().words())
                .orElse("Name not known");
    }

    public SubjectRef subject() {
        return subject(id);
    }

    /** How the audit log, alerts and clocks name a person: by number, since names belong in values that can be erased. */
    public static SubjectRef subject(long id) {
        return new SubjectRef(SubjectType.PERSON, id, "Person " + id);
    }
}
