package org.vigil.person;

/** A number by which another system knows somebody. */
public record NamedIdentifier(IdentifierScheme scheme, String value) {}
