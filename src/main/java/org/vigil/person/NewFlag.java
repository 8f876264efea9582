package org.vigil.person;

/** A flag that must be set in another system. */
public record NewFlag(FlagSystem system, String what, String reason) {}
