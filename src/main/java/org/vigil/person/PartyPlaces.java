package org.vigil.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.vigil.person.rules.ContentHash;

/**
 * Which link of a record of another module was about which of its parties, now that some may be gone, new, moved or
 * changed: first whoever is said as before, then whoever has the name, then whoever stands at the place and may be the
 * same. A place alone says nothing.
 */
final class PartyPlaces {

    private final List<PersonLink> left;
    private final Map<Integer, PersonLink> unchanged = new HashMap<>();
    private final Map<Integer, PersonLink> changed = new HashMap<>();

    /** @param isStill whether a party of whom something else is said now may be whom the link was about */
    PartyPlaces(List<PersonParty> parties, List<PersonLink> held, BiPredicate<PersonLink, PersonParty> isStill) {
        left = new ArrayList<>(held);
        take(parties, unchanged, (link, party) -> link.contentHash().equals(party.contentHash()));
        take(parties, changed, (link, party) -> ContentHash.haveOneName(link.contentHash(), party.contentHash())
                && isStill.test(link, party));
        take(parties, changed, (link, party) -> link.place() == party.place() && isStill.test(link, party));
    }

    private void take(
            List<PersonParty> parties, Map<Integer, PersonLink> into, BiPredicate<PersonLink, PersonParty> fits) {
        for (var party : parties) {
            if (unchanged.containsKey(party.place()) || changed.containsKey(party.place())) {
                continue;
            }
            left.stream()
                    .filter(link -> fits.test(link, party))
                    .min(Comparator.comparingInt(link -> link.place() == party.place() ? 0 : 1))
                    .ifPresent(link -> {
                        left.remove(link);
                        into.put(party.place(), link.movedTo(party.place(), party.role()));
                    });
        }
    }

    /** By place, the links of parties of whom the same is said as before, where they stand now. */
    Map<Integer, PersonLink> unchanged() {
        return unchanged;
    }

    /** The link that was about a party of whom something else is said now; null where there was none. */
    @Nullable PersonLink before(PersonParty party) {
        return changed.get(party.place());
    }

    /** By place, all links that are still about a party. */
    Map<Integer, PersonLink> all() {
        var all = new HashMap<>(changed);
        all.putAll(unchanged);
        return all;
    }

    /** The links of those who are no longer named. */
    List<PersonLink> left() {
        return List.copyOf(left);
    }
}
