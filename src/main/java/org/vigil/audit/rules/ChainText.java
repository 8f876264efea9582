package org.vigil.audit.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Texts that can be read in one way only, and their SHA-256. */
public final class ChainText {

    private final StringBuilder text;

    /** @param kind keeps the hashes of different kinds of text apart */
    public ChainText(String kind) {
        text = new StringBuilder(512).append(kind).append('\n');
    }

    /** Appends a part with its length, so that no two lists of parts make the same text. */
    public ChainText with(String name, @Nullable Object part) {
        text.append(name).append(':');
        if (part == null) {
            text.append("-\n");
        } else {
            var written = part.toString();
            text.append(written.length()).append(':').append(written).append('\n');
        }
        return this;
    }

    /** The SHA-256 of the text in UTF-8, in 64 lower-case hexadecimal digits. */
    public String hash() {
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
