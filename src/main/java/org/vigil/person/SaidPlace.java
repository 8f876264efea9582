package org.vigil.person;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where something was or somebody lives, as a record of another module gives it. */
public record SaidPlace(@Nullable String line, @Nullable String postcode) {

    /** The place of an address, which may be none. */
    public static SaidPlace of(@Nullable NamedAddress address) {
        return address == null ? new SaidPlace(null, null) : new SaidPlace(address.line(), address.postcode());
    }

    public String words() {
        return Stream.of(line, postcode)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
