package org.vigil.shared;

/**
 * Points at a record of any module.
 *
 * @param id the record's key; 0 where the subject is the console itself
 * @param reference what people call it, as shown on screen
 */
public record SubjectRef(SubjectType type, long id, String reference) {}
