package org.vigil.audit.rules;

/**
 * An entry's place: its stream, and its position there from 1 without gaps. The key of an entry is nothing but its
 * place, so that a batch knows its keys beforehand and a stream is one range of keys.
 */
public record EntryPlace(int stream, long position) {

    public static final int STREAMS = 16;

    private static final long PER_STREAM = 1_000_000_000_000L;

    public static EntryPlace of(long id) {
        return new EntryPlace((int) (id / PER_STREAM), id % PER_STREAM);
    }

    public long id() {
        return stream * PER_STREAM + position;
    }

    public EntryPlace next() {
        return new EntryPlace(stream, position + 1);
    }

    /** How the audit screen names an entry: "4-17". */
    public String reference() {
        return stream + "-" + position;
    }
}
