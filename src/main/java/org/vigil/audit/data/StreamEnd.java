package org.vigil.audit.data;

/**
 * A stream's head row.
 *
 * @param origin what the stream's first entry is chained to
 */
public record StreamEnd(int stream, long position, String hash, String origin) {}
