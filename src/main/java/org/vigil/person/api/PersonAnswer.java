package org.vigil.person.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigil.person.HeldPart;
import org.vigil.person.PartState;
import org.vigil.person.Person;
import org.vigil.person.PersonMeasure;
import org.vigil.person.PersonPage;
import org.vigil.person.PersonPart;
import org.vigil.person.PersonPages.Opened;

/**
 * A person as the API answers them; words are those of the screen, and what is wrong is left out.
 *
 * @param restricted whether there is only whom to ask
 * @param ask names of those on duty who may say more
 * @param safety warnings for officers' safety, by kind
 * @param records the keys of all records that are this person
 * @param characteristics what came of each question that was asked
 */
@JsonInclude
record PersonAnswer(
        long id,
        boolean restricted,
        List<String> ask,
        List<String> safety,
        @Nullable String name,
        @Nullable String sex,
        List<Said> names,
        List<Said> datesOfBirth,
        List<Said> identifiers,
        List<Said> contacts,
        List<Said> addresses,
        @Nullable SafeContact safeContact,
        @Nullable String language,
        @Nullable Boolean interpreterNeeded,
        @Nullable String description,
        boolean policeEmployee,
        Map<String, Answered> characteristics,
        List<Marker> markers,
        List<Flag> flags,
        List<Relationship> relationships,
        List<External> externalRecords,
        List<Measure> measures,
        List<Entry> chronology,
        List<Long> records) {

    /** @param isProtected a protected address is held; it is not said here */
    record Said(String kind, @Nullable String words, String state, String source, boolean isProtected) {}

    record SafeContact(@Nullable String method, @Nullable String times, @Nullable String never) {}

    record Answered(String answer, @Nullable String value) {}

    record Marker(String type, String reason, LocalDate from, LocalDate reviewOn, @Nullable Instant endedAt) {}

    record Flag(String system, String what, String state, Instant askedAt, @Nullable Instant dueAt) {}

    /** @param name null where the other's record is restricted, and then the kind is too */
    record Relationship(
            long personId, @Nullable String name, @Nullable String kind, @Nullable LocalDate from, @Nullable LocalDate to) {}

    record External(String kind, String system, @Nullable String reference, LocalDate datedOn, String content) {}

    record Measure(String kind, String detail, boolean urgent) {}

    record Entry(
            Instant at, String kind, String reference, String title, List<String> roles, @Nullable String place,
            List<String> lines, boolean withPartner) {}

    static PersonAnswer of(Opened.Restricted restricted) {
        var ask = restricted.ask();
        return new PersonAnswer(
                ask.id(), true, ask.ask(), ask.safety().stream().map(type -> type.label()).toList(), null, null, List.of(),
                List.of(), List.of(), List.of(), List.of(), null, null, null, null, false, Map.of(), List.of(), List.of(),
                List.of(), List.of(), measures(restricted.always()), List.of(), List.of());
    }

    private static List<Measure> measures(List<PersonMeasure> measures) {
        return measures.stream().map(each -> new Measure(each.kind(), each.detail(), each.urgent())).toList();
    }

    static PersonAnswer of(PersonPage page) {
        var person = page.person();
        var core = person.core();
        var contact = core.contact();
        return new PersonAnswer(
                person.id(),
                false,
                List.of(),
                person.markers().stream()
                        .filter(marker -> marker.endedAt() == null && marker.type().isOfficerSafety())
                        .map(marker -> marker.type().label())
                        .distinct()
                        .toList(),
                person.name(),
                core.sex().isKnown() ? core.sex().name() : null,
                said(person, PersonPart.Name.class),
                said(person, PersonPart.Birth.class),
                said(person, PersonPart.Identifier.class),
                java.util.stream.Stream.concat(
                                said(person, PersonPart.Phone.class).stream(),
                                said(person, PersonPart.Email.class).stream())
                        .toList(),
                said(person, PersonPart.Address.class),
                new SafeContact(contact.method(), contact.times(), contact.never()),
                core.language(),
                core.interpreterNeeded(),
                core.description(),
                core.policeEmployee(),
                characteristics(person),
                person.markers().stream()
                        .map(each -> new Marker(
                                each.type().name(), each.reason(), each.from(), each.reviewOn(), each.endedAt()))
                        .toList(),
                person.flags().stream()
                        .map(each -> new Flag(
                                each.system().name(), each.what(), each.state().name(), each.askedAt(),
                                page.flagsDue().get(each.id())))
                        .toList(),
                relationships(page),
                person.externalRecords().stream()
                        .filter(each -> each.state() != PartState.WRONG)
                        .map(each -> new External(
                                each.kind().name(), each.system(), each.reference(), each.datedOn(), each.content()))
                        .toList(),
                measures(page.measures()),
                page.chronology().stream().map(PersonAnswer::entry).toList(),
                person.records());
    }

    private static <P extends PersonPart> List<Said> said(Person person, Class<P> kind) {
        return person.parts(kind).stream()
                .filter(held -> held.state() != PartState.WRONG)
                .map(held -> said(person, held))
                .toList();
    }

    private static Said said(Person person, HeldPart<?> held) {
        var part = held.part();
        var hidden = part instanceof PersonPart.Address address && person.hides(address);
        var kind = switch (part) {
            case PersonPart.Name name -> name.kind().name();
            case PersonPart.Birth birth -> "BIRTH";
            case PersonPart.Identifier identifier -> identifier.scheme().name();
            case PersonPart.Phone phone -> "PHONE";
            case PersonPart.Email email -> "EMAIL";
            case PersonPart.Address address -> "ADDRESS";
        };
        return new Said(kind, hidden ? null : part.words(), held.state().name(), hidden ? "" : held.source(), hidden);
    }

    private static Map<String, Answered> characteristics(Person person) {
        var answered = new TreeMap<String, Answered>();
        person.characteristics()
                .forEach((kind, answer) -> answered.put(kind.name(), new Answered(answer.answer().name(), answer.value())));
        return answered;
    }

    /** Of a sealed record nothing shows, not even that somebody is related to it. */
    private static List<Relationship> relationships(PersonPage page) {
        return page.person().relationships().stream()
                .filter(each -> each.state() != PartState.WRONG)
                .filter(each -> page.others().containsKey(each.otherId()) || page.restricted().contains(each.otherId()))
                .map(each -> page.others().containsKey(each.otherId())
                        ? new Relationship(
                                each.otherId(), page.others().get(each.otherId()), each.kind().name(), each.from(), each.to())
                        : new Relationship(each.otherId(), null, null, null, null))
                .toList();
    }

    private static Entry entry(PersonPage.ChronologyEntry told) {
        var entry = told.entry();
        var place = entry.place();
        return new Entry(
                entry.at(), entry.kind(), entry.subject().reference(), entry.title(), entry.roles(),
                place == null ? null : place.words(), entry.lines(), told.withPartner());
    }
}
