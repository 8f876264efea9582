package org.vigil.deadline.rules;

import java.time.LocalDate;

/** A local day that a clock leaves out, and why: "Sunday", "Good Friday", "Easter Monday (bank holiday)". */
public record ExcludedDay(LocalDate day, String reason) {}
