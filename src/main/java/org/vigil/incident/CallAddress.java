package org.vigil.incident;

import org.jspecify.annotations.Nullable;

/** Where officers were called to, as given. */
public record CallAddress(@Nullable String line, @Nullable String postcode, @Nullable Locality locality) {}
