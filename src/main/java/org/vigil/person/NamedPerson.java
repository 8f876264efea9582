package org.vigil.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody as another system or an officer names them, kept exactly as given; who that is, is found out afterwards. */
public record NamedPerson(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate dateOfBirth,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable NamedAddress address,
        List<NamedIdentifier> identifiers) {

    /** In the place of somebody of whom nothing is kept. */
    public static final NamedPerson ERASED = called(null, "Erased person");

    @SuppressWarnings("ConstantValue") // what a feed sends may lack the list
    public NamedPerson {
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
    }

    /** Somebody of whom only a name is known. */
    public static NamedPerson called(@Nullable String givenName, @Nullable String familyName) {
        return new NamedPerson(givenName, familyName, null, null, null, null, List.of());
    }

    /** "Ada Example", or "Name not given". */
    public String name() {
        var name = Stream.of(givenName, familyName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? "Name not given" : name;
    }

    /** Whether it stands for somebody of whom nothing is kept. */
    public boolean wasErased() {
        return equals(ERASED);
    }

    /** The same person without where they live. */
    public NamedPerson withoutAddress() {
        return new NamedPerson(givenName, familyName, dateOfBirth, sex, phone, null, identifiers);
    }

    /** All of it as what is said of a person. */
    public PersonDetails details() {
        var parts = new ArrayList<PersonPart>();
        parts.add(new PersonPart.Name(NameKind.USED, givenName, familyName));
        if (dateOfBirth != null) {
            parts.add(new PersonPart.Birth(BirthDate.of(dateOfBirth)));
        }
        identifiers.forEach(id -> parts.add(new PersonPart.Identifier(id.scheme(), id.value())));
        if (phone != null) {
            parts.add(new PersonPart.Phone(phone, null));
        }
        if (address != null) {
            parts.add(new PersonPart.Address(address.line(), address.postcode(), null, null, false));
        }
        return new PersonDetails(Sex.ofFeed(sex), parts);
    }
}
