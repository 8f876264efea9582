package org.vigil.person;

/** How much of a person somebody may see; what they must not know of has no such value. */
public enum Seen {
    /** The record in full. */
    IN_FULL,
    /** That there is one, and whom to ask. */
    ASK
}
