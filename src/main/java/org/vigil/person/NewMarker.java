package org.vigil.person;

import java.time.LocalDate;

/** A marker to be set. */
public record NewMarker(MarkerType type, String reason, LocalDate from, LocalDate reviewOn) {}
