package org.vigil.shared.api;

/**
 * Why an item of a batch was not taken as it came.
 *
 * @param field the field as the sender wrote it, with positions: {@code parties[0].dateOfBirth}; empty for the whole item
 * @param problem what is wrong with it, and what to do
 */
public record ItemReason(String field, String problem) {}
