package org.vigil.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.data.NamedErasures;
import org.vigil.person.data.NamedPartiesDue;
import org.vigil.person.data.NamedPartyStore;
import org.vigil.person.data.ProtectedAddresses;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * The parties of other modules' records: kept as they were said, matched to people by the engine within seconds, shown
 * with discretion, and erased. A module only hands them over and says what they are in its record.
 */
@Component
public class PartyBook {

    private final NamedPartyStore store;
    private final NamedPartiesDue due;
    private final NamedErasures erasures;
    private final PartySights sights;
    private final ProtectedAddresses hidden;

    PartyBook(
            NamedPartyStore store,
            NamedPartiesDue due,
            NamedErasures erasures,
            PartySights sights,
            ProtectedAddresses hidden) {
        this.store = store;
        this.due = due;
        this.erasures = erasures;
        this.sights = sights;
        this.hidden = hidden;
    }

    /**
     * Puts these in the place of the parties that a record named. Saying the same again changes nothing, and who was erased
     * from the record stays so.
     *
     * @param parties each at a place of its own
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(SubjectRef subject, List<NamedParty> parties, Instant now) {
        var key = store.lock(subject, now);
        var held = store.of(subject.type(), List.of(subject.id())).getOrDefault(subject.id(), List.of());
        var wanted = erasures.leaveOut(key, parties).stream()
                .sorted(Comparator.comparingInt(NamedParty::place))
                .toList();
        if (!wanted.equals(held)) {
            store.replace(key, wanted, now);
        }
    }

    /** The parties of these records as they were said, by record: for rules, never for a screen. */
    public Map<Long, List<NamedParty>> of(SubjectType type, Collection<Long> subjects) {
        return store.of(type, subjects);
    }

    /**
     * The parties of these records as a viewer may see them. Where one of them is sealed against the viewer, nobody of the
     * record is named: who is missing would tell. Until it is known who they are, nobody is named either; that takes
     * seconds.
     */
    public Map<Long, List<ShownParty>> shown(Viewer viewer, SubjectType type, Collection<Long> subjects, Instant now) {
        var said = store.of(type, subjects);
        var seen = sights.of(viewer, type, subjects, now);
        var pending = due.stillDue(type, subjects);
        var places = hidden.among(said.values().stream()
                .flatMap(List::stream)
                .map(party -> SaidPlace.of(party.person().address()))
                .collect(Collectors.toSet()));
        var shown = new HashMap<Long, List<ShownParty>>();
        said.forEach((id, parties) -> {
            var reading = new Reading(
                    new SubjectRef(type, id, ""), parties, seen.getOrDefault(id, List.of()), pending.contains(id));
            shown.put(id, parties.stream()
                    .map(party -> reading.shown(party, places.contains(SaidPlace.of(party.person().address()))))
                    .toList());
        });
        return shown;
    }

    /** Those of these records that name somebody of whom the viewer must not know. */
    public Set<Long> closed(Viewer viewer, SubjectType type, Collection<Long> subjects, Instant now) {
        return sights.of(viewer, type, subjects, now).entrySet().stream()
                .filter(record -> record.getValue().stream().anyMatch(sight -> sight.seen() == null))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Takes out of a record those of whom these links tell; answers how many there were.
     *
     * @throws InvalidInputException where a link fits no party: the record has changed since, and by place alone somebody
     *     else would be erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(SubjectRef subject, List<PersonLink> links, Instant now) {
        var key = store.lock(subject, now);
        var held = new ArrayList<>(store.of(subject.type(), List.of(subject.id())).getOrDefault(subject.id(), List.of()));
        var erased = 0;
        for (var link : links) {
            if (!link.contentHash().equals(PersonParty.ERASED)) {
                var party = fitting(subject, held, link);
                erasures.remember(key, party, now);
                held.set(held.indexOf(party), new NamedParty(party.place(), party.role(), NamedPerson.ERASED));
                erased++;
            }
        }
        if (erased > 0) {
            store.replace(key, held, now);
        }
        return erased;
    }

    private static NamedParty fitting(SubjectRef subject, List<NamedParty> held, PersonLink link) {
        return held.stream()
                .filter(party -> hash(subject, party).equals(link.contentHash()))
                .min(Comparator.comparing(party -> party.place() != link.place()))
                .orElseThrow(() -> new InvalidInputException(
                        "record", subject.type().label() + " " + subject.reference() + " has changed, and who is named in it is"
                                + " being taken anew. Try again in a minute."));
    }

    private static String hash(SubjectRef subject, NamedParty party) {
        return NamedPartiesDue.asMatched(subject, List.of(party)).getFirst().contentHash();
    }

    /** One record as one viewer sees it. */
    private static final class Reading {

        private final Map<NamedParty, PartySight> sightOf = new HashMap<>();
        private final boolean closed;
        private final boolean pending;

        /** Links are told by what was said of the party: a newer version may have the parties at other places. */
        Reading(SubjectRef subject, List<NamedParty> parties, List<PartySight> sights, boolean pending) {
            this.pending = pending;
            closed = sights.stream().anyMatch(sight -> sight.seen() == null);
            var left = new ArrayList<>(sights);
            for (var party : parties) {
                var hash = hash(subject, party);
                left.stream()
                        .filter(sight -> sight.link().contentHash().equals(hash))
                        .min(Comparator.comparing(sight -> sight.link().place() != party.place()))
                        .ifPresent(sight -> {
                            left.remove(sight);
                            sightOf.put(party, sight);
                        });
            }
        }

        ShownParty shown(NamedParty party, boolean isPlaceHidden) {
            if (party.person().wasErased()) {
                return new ShownParty(party.place(), party.role(), party.person().name(), null, false, party.person());
            }
            if (closed) {
                return ShownParty.heldBack(party, "Held back", null);
            }
            var sight = sightOf.get(party);
            if (sight == null && pending) {
                return ShownParty.heldBack(party, "Name is being checked", null);
            }
            if (sight != null && sight.seen() == Seen.ASK) {
                return ShownParty.heldBack(party, "Restricted: ask", person(sight));
            }
            var said = isPlaceHidden ? party.person().withoutAddress() : party.person();
            return new ShownParty(party.place(), party.role(), said.name(), sight == null ? null : person(sight), false, said);
        }

        private static @Nullable Long person(PartySight sight) {
            return Objects.requireNonNull(sight).person();
        }
    }
}
