package org.vigil.audit.rules;

/** An entry that does not fit the chain, and what is wrong with it in words that follow "does not fit: ". */
public record Misfit(EntryPlace place, String problem) {}
