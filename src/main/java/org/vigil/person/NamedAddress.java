package org.vigil.person;

import org.jspecify.annotations.Nullable;

/** Where somebody lives, as another system or an officer gave it. */
public record NamedAddress(@Nullable String line, @Nullable String postcode) {}
