package org.vigil.casework;

/**
 * The level of a case with what made it so.
 *
 * @param byHand whether an officer set it, which no rule changes
 */
public record LevelSet(CaseLevel level, String why, boolean byHand) {}
