package org.vigil.incident;

import org.jspecify.annotations.Nullable;

/**
 * Where a call is.
 *
 * @param postcodeDoubtful the postcode was kept as given, but is not one that exists in form
 * @param areaId null where the feed gave no area, or one that the console does not know
 */
public record Place(
        @Nullable String line,
        @Nullable String postcode,
        boolean postcodeDoubtful,
        @Nullable Locality locality,
        @Nullable Long areaId) {}
