package org.vigil.person;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/**
 * One thing in a person's chronology.
 *
 * @param subject the record that it stands in
 * @param kind what it is, in words by which the chronology is filtered ("Call")
 * @param hasTime whether the time of day is known
 * @param roles the person's part in it, in words ("Suspect"); empty where they have none
 * @param place where it was, or null; shown only where no protected address is there
 * @param lines further facts, quieter
 * @param href where the record is shown, relative to the console's root; null where the viewer's duty does not open it
 */
public record PersonEntry(
        SubjectRef subject,
        String kind,
        Instant at,
        boolean hasTime,
        String title,
        List<String> roles,
        @Nullable SaidPlace place,
        List<String> lines,
        @Nullable String href) {

    public PersonEntry {
        roles = List.copyOf(roles);
        lines = List.copyOf(lines);
    }

    PersonEntry withLine(String line) {
        return new PersonEntry(
                subject, kind, at, hasTime, title, roles, place, Stream.concat(lines.stream(), Stream.of(line)).toList(),
                href);
    }

    PersonEntry withoutPlace() {
        return new PersonEntry(subject, kind, at, hasTime, title, roles, null, lines, href);
    }
}
