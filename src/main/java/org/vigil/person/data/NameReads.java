package org.vigil.person.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigil.person.HeldPart;
import org.vigil.person.PartState;
import org.vigil.person.PersonPart;
import org.vigil.person.rules.AddressKey;

/** What a page needs to know of the others whom it mentions, in few queries however many they are. */
@Component
public class NameReads {

    private final PersonReads people;
    private final PartReads parts;

    NameReads(PersonReads people, PartReads parts) {
        this.people = people;
        this.parts = parts;
    }

    /** The names by which these are shown, by the keys asked for, whichever record holds the name. */
    public Map<Long, String> of(Collection<Long> ids) {
        var survivors = people.survivorsOf(ids);
        var records = people.recordsOf(new HashSet<>(survivors.values()));
        var held = parts.of(records.values().stream().flatMap(List::stream).toList());
        var names = new HashMap<Long, String>();
        survivors.forEach((id, survivor) -> names.put(id, name(records.getOrDefault(survivor, List.of()), held)));
        return names;
    }

    private static String name(List<Long> records, Map<Long, List<HeldPart<?>>> held) {
        return records.stream()
                .flatMap(record -> held.getOrDefault(record, List.of()).stream())
                .filter(part -> part.state() != PartState.WRONG && part.part() instanceof PersonPart.Name)
                .min(Comparator.<HeldPart<?>, PartState>comparing(HeldPart::state)
                        .thenComparing(part -> ((PersonPart.Name) part.part()).kind())
                        .thenComparing(HeldPart::id))
                .map(part -> part.part().words())
                .orElse("Name not known");
    }

    /** For each of these the record that stands for it. */
    public Map<Long, Long> standing(Collection<Long> ids) {
        return people.survivorsOf(ids);
    }

    /** The protected addresses of a person and of the others: they must not come out through where something happened. */
    public Set<AddressKey> protectedAddresses(Collection<Long> records, Collection<Long> others) {
        var survivors = new HashSet<>(people.survivorsOf(others).values());
        var all = new ArrayList<>(records);
        people.recordsOf(survivors).values().forEach(all::addAll);
        var hidden = new HashSet<AddressKey>();
        parts.of(all).values().stream()
                .flatMap(List::stream)
                .flatMap(held -> held.part() instanceof PersonPart.Address address ? Stream.of(address) : Stream.empty())
                .filter(PersonPart.Address::isProtected)
                .map(address -> AddressKey.of(address.line(), address.postcode()))
                .filter(key -> !key.isEmpty())
                .forEach(hidden::add);
        return hidden;
    }
}
