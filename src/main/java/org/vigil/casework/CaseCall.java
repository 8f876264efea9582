package org.vigil.casework;

/**
 * A call that a case names; it is looked for by its name whenever it is shown, so that either may come first.
 *
 * @param source empty where nobody said which system the call is of
 */
public record CaseCall(String source, String reference, boolean byHand) {}
