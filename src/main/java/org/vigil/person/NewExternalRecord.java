package org.vigil.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What another system holds of a person, with its own date and reference. */
public record NewExternalRecord(ExternalKind kind, String system, @Nullable String reference, LocalDate datedOn, String content) {}
