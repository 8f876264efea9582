package org.vigil.person;

/**
 * Somebody's part in a record of another module.
 *
 * @param place the module's own number for them within the record, which stays the same while they are named there
 * @param role the record's own word for the part: VICTIM, SUSPECT, RESPONDENT
 */
public record NamedParty(int place, String role, NamedPerson person) {}
