package org.vigil.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody named in a call, kept exactly as the feed gave them. */
public record Party(
        PartyRole role,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate dateOfBirth,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable PartyAddress address,
        List<Identifier> identifiers) {

    private static final String ERASED = "Erased person";

    @SuppressWarnings("ConstantValue") // what the feed sends may lack the list
    public Party {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }

    /** The same party without where they live. */
    Party withoutAddress() {
        return new Party(role, givenName, familyName, dateOfBirth, sex, phone, null, identifiers);
    }

    /** "Ada Example", or "Name not given". */
    public String name() {
        var name = Stream.of(givenName, familyName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? "Name not given" : name;
    }

    /** Somebody of whom nothing but the part is kept. */
    public static Party erased(PartyRole role) {
        return new Party(role, null, ERASED, null, null, null, null, List.of());
    }

    /** Whether it is somebody of whom nothing but the part is kept. */
    public boolean wasErased() {
        return equals(erased(role));
    }
}
