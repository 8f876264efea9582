package org.vigil.person.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigil.person.HeldPart;
import org.vigil.person.PartState;
import org.vigil.person.PersonPart;

/** What a page needs to know of the others whom it mentions, in few queries however many they are. */
@Component
public class NameReads {

    private final PersonReads people;
    private final PartReads parts;

    NameReads(PersonReads people, PartReads parts) {
        this.people = people;
        this.parts = parts;
    }

    /**
     * What is to be known of those whom a page mentions.
     *
     * @param standing for each key the record that stands for it
     * @param names by which they are shown, by the keys asked for, whichever record holds the name
     */
    public record Mentioned(Map<Long, Long> standing, Map<Long, String> names) {}

    /** Reads them all at once; who may be shown them is for the caller to say. */
    public Mentioned of(Collection<Long> ids) {
        var standing = people.survivorsOf(ids);
        var records = people.recordsOf(new HashSet<>(standing.values()));
        var held = parts.of(records.values().stream().flatMap(List::stream).toList());
        var names = new HashMap<Long, String>();
        standing.forEach((id, survivor) -> names.put(id, name(records.getOrDefault(survivor, List.of()), held)));
        return new Mentioned(standing, names);
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
}
