package org.vigil.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.incident.data.PeopleDue;
import org.vigil.person.PartySight;
import org.vigil.person.PersonService;
import org.vigil.person.SaidPlace;
import org.vigil.person.Seen;
import org.vigil.shared.SubjectType;

/**
 * Holds back what a call would tell of people whose records are closed to the one who looks, and every protected address
 * from everybody. What is in doubt is held back, but a call whose parties can't be matched is not hidden for ever:
 * whoever goes to it needs to know where.
 */
@Component
class CallDiscretion {

    private static final Duration MATCHING_TAKES = Duration.ofSeconds(15);

    private final PersonService people;
    private final PeopleDue due;

    CallDiscretion(PersonService people, PeopleDue due) {
        this.people = people;
        this.due = due;
    }

    /**
     * A call as it may be shown.
     *
     * @param people who the parties are, by their place in the call; only those seen in full
     */
    record Shown(Call call, Map<Integer, Long> people, HeldBack heldBack) {}

    Shown shown(Call call, Instant now) {
        var sights = people.parties(SubjectType.INCIDENT, List.of(call.id())).getOrDefault(call.id(), List.of());
        var byParty = byParty(call, sights);
        var matched = byParty.values().stream().map(PartySight::link).collect(Collectors.toSet());
        var unmatched = sights.stream().filter(sight -> !matched.contains(sight.link())).toList();
        // A link that fits no party is of an earlier version; whom it named may be named still, in other words.
        var closed = Stream.concat(byParty.values().stream(), unmatched.stream()).anyMatch(sight -> sight.seen() == null);
        var restricted = new HashMap<Integer, Long>();
        byParty.forEach((place, sight) -> {
            if (sight.seen() == Seen.ASK) {
                restricted.put(place, sight.person());
            }
        });
        var pending = now.isBefore(call.takenInAt().plus(MATCHING_TAKES))
                && byParty.size() < call.parties().size()
                && due.isDue(call.id());
        var held = closed || !restricted.isEmpty() || unmatched.stream().anyMatch(sight -> sight.seen() != Seen.IN_FULL);
        var hidden = hiddenPlaces(call);
        var placeHidden = held || pending || hidden.contains(said(call.place()));
        var partyHidden = call.parties().stream()
                .anyMatch(party -> party.address() != null && hidden.contains(said(party.address())));
        var open = new HashMap<Integer, Long>();
        byParty.forEach((place, sight) -> {
            if (sight.seen() == Seen.IN_FULL) {
                open.put(place, sight.person());
            }
        });
        var parties = closed || pending ? List.<Party>of() : parties(call, restricted.keySet(), hidden);
        return new Shown(
                masked(call, parties, held || pending, placeHidden),
                parties.isEmpty() ? Map.of() : open,
                new HeldBack(
                        held, placeHidden || partyHidden, pending && !held, closed ? Map.of() : restricted,
                        held ? ask(sights) : List.of()));
    }

    /** The rows of a list without the places that must not show. */
    List<CallRow> rows(List<CallRow> rows) {
        var sights = people.parties(SubjectType.INCIDENT, rows.stream().map(CallRow::id).toList());
        var hidden = people.protectedAmong(rows.stream().map(CallDiscretion::said).toList());
        return rows.stream()
                .map(row -> hidden.contains(said(row)) || isHeld(sights.getOrDefault(row.id(), List.of()))
                        ? row.withoutPlace()
                        : row)
                .toList();
    }

    private static boolean isHeld(Collection<PartySight> sights) {
        return sights.stream().anyMatch(sight -> sight.seen() != Seen.IN_FULL);
    }

    /** Links are told by what was said of the party: a newer version may have the parties in another order. */
    private static Map<Integer, PartySight> byParty(Call call, List<PartySight> sights) {
        var left = new ArrayList<>(sights);
        var byParty = new HashMap<Integer, PartySight>();
        var parties = PeopleDue.parties(CallConsequences.subject(call), call.parties());
        for (var place = 0; place < parties.size(); place++) {
            var at = place;
            var words = parties.get(place).contentHash();
            left.stream()
                    .filter(sight -> sight.link().contentHash().equals(words))
                    .min(java.util.Comparator.comparing(sight -> sight.link().place() != at))
                    .ifPresent(sight -> {
                        left.remove(sight);
                        byParty.put(at, sight);
                    });
        }
        return byParty;
    }

    private List<String> ask(List<PartySight> sights) {
        return sights.stream()
                .filter(sight -> sight.seen() != Seen.IN_FULL)
                .map(PartySight::person)
                .distinct()
                .flatMap(person -> people.whomToAsk(person).stream())
                .distinct()
                .toList();
    }

    private Set<SaidPlace> hiddenPlaces(Call call) {
        var places = new LinkedHashSet<SaidPlace>();
        places.add(said(call.place()));
        call.parties().stream()
                .filter(party -> party.address() != null)
                .forEach(party -> places.add(said(party.address())));
        return people.protectedAmong(places);
    }

    private static List<Party> parties(Call call, Set<Integer> restricted, Set<SaidPlace> hidden) {
        var parties = new ArrayList<Party>();
        for (var place = 0; place < call.parties().size(); place++) {
            var party = call.parties().get(place);
            parties.add(restricted.contains(place)
                    ? new Party(party.role(), null, null, null, null, null, null, List.of())
                    : hidden.contains(said(party.address())) ? party.withoutAddress() : party);
        }
        return parties;
    }

    private static Call masked(Call call, List<Party> parties, boolean people, boolean place) {
        var shown = place ? call.withoutPlace() : call;
        return people ? shown.naming(parties).withoutWords() : shown.naming(parties);
    }

    private static SaidPlace said(Place place) {
        return new SaidPlace(place.line(), place.postcode());
    }

    private static SaidPlace said(@Nullable PartyAddress address) {
        return address == null ? new SaidPlace(null, null) : new SaidPlace(address.line(), address.postcode());
    }

    private static SaidPlace said(CallRow row) {
        return new SaidPlace(row.addressLine(), row.postcode());
    }
}
