package org.vigil.custody;

/** What names a custody record: its reference within its source. */
public record CustodyKey(String source, String reference) {

    /** The source of records that officers make here. */
    public static final String CONSOLE = "CONSOLE";
}
