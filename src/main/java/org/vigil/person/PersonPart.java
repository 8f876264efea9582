package org.vigil.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something said about who a person is; there may be several of each, and none is overwritten. */
public sealed interface PersonPart {

    /** As it is shown, and as the audit log keeps it. */
    String words();

    record Name(NameKind kind, @Nullable String given, @Nullable String family) implements PersonPart {
        @Override
        public String words() {
            return Stream.of(given, family)
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(" "));
        }
    }

    record Birth(BirthDate date) implements PersonPart {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

        @Override
        public String words() {
            if (date.year() != null && date.month() != null && date.day() != null && date.isPossible()) {
                return DAY.format(LocalDate.of(date.year(), date.month(), date.day())) + (date.estimated() ? ", about" : "");
            }
            return Stream.of(date.day(), date.month(), date.year())
                            .map(part -> part == null ? "?" : part.toString())
                            .collect(Collectors.joining("/"))
                    + (date.estimated() ? ", about" : "");
        }
    }

    record Identifier(IdentifierScheme scheme, String value) implements PersonPart {
        @Override
        public String words() {
            return scheme.label() + " " + value;
        }
    }

    /** @param safe whether it is safe to ring; null where nobody asked */
    record Phone(String number, @Nullable Boolean safe) implements PersonPart {
        @Override
        public String words() {
            return number;
        }
    }

    /** @param safe whether it is safe to write to; null where nobody asked */
    record Email(String address, @Nullable Boolean safe) implements PersonPart {
        @Override
        public String words() {
            return address;
        }
    }

    /** @param isProtected a refuge or a hiding place: shown to no one outside */
    record Address(
            @Nullable String line,
            @Nullable String postcode,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean isProtected)
            implements PersonPart {
        @Override
        public String words() {
            return Stream.of(line, postcode).filter(Objects::nonNull).collect(Collectors.joining(", "));
        }
    }
}
