package org.vigil.audit.data;

/** Where a stream of the log ends, held by the transaction that read it. */
public record StreamHead(int stream, long position, String hash) {}
