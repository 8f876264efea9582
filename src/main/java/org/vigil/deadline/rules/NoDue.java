package org.vigil.deadline.rules;

/**
 * No due time can be told.
 *
 * @param problem what is wrong or which fact is missing, in a sentence for the screen and the API
 */
public record NoDue(String problem) implements DueAnswer {}
