package org.vigil.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The person is the kind of the other. */
public record NewRelationship(long otherId, RelationshipKind kind, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String note) {}
