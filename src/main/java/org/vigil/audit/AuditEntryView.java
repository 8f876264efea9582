package org.vigil.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in full, as an auditor may see it: which fields changed, and not their values.
 *
 * @param reference its place in the chain: "4-17" is position 17 of stream 4
 * @param duties the duties that the account held at that moment, in officers' words
 * @param shown the records shown or touched, in words; at most {@link #SHOWN_AT_MOST} of them
 * @param shownInAll how many there were
 */
public record AuditEntryView(
        AuditRow row,
        String reference,
        int stream,
        long position,
        List<String> duties,
        String address,
        List<MaskedField> fields,
        List<String> shown,
        int shownInAll,
        String previousHash,
        String hash) {

    public static final int SHOWN_AT_MOST = 200;

    /** What may be said of one value. */
    public enum Masked {
        /** There was none. */
        NONE("nothing"),
        /** There is one, and it is not shown. */
        HIDDEN("•••"),
        /** It was erased; whether there was one is still known from the chain. */
        ERASED("erased");

        private final String text;

        Masked(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public record MaskedField(String field, Masked before, Masked after) {}

    /** When it was written: UTC. */
    public Instant at() {
        return row.at();
    }

    public @Nullable String purpose() {
        return row.purpose();
    }
}
