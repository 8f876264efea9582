package org.vigil.casework;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who investigates a case and who supervises it.
 *
 * @param pip level of the Professionalising Investigation Programme, 1 to 4
 * @param byHand whether it was allocated here, which no message changes
 */
public record Lead(
        @Nullable String name,
        @Nullable String collar,
        @Nullable Integer pip,
        @Nullable String team,
        @Nullable String supervisor,
        boolean byHand) {

    public static final Lead NOBODY = new Lead(null, null, null, null, null, false);

    /** Whether somebody leads. */
    public boolean isKnown() {
        return name != null || collar != null;
    }

    /** "DC Example, 4711, PIP 2", or empty. */
    public String words() {
        return Stream.of(name, collar, pip == null ? null : "PIP " + pip)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
