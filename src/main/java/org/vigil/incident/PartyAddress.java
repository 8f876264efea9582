package org.vigil.incident;

import org.jspecify.annotations.Nullable;

/** Where a party lives, as given. */
public record PartyAddress(@Nullable String line, @Nullable String postcode) {}
