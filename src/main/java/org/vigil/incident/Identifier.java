package org.vigil.incident;

/** A number by which another system knows a party. */
public record Identifier(IdentifierScheme scheme, String value) {}
