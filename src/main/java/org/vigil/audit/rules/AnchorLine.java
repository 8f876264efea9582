package org.vigil.audit.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of the outside record: where every stream ended at a moment, sealed with a key that the database does not
 * know and chained to the line before.
 *
 * <pre>2026-11-21T12:00:00.000123Z log=5f… 0:17:9a… 1:4:c3… … seal=77…</pre>
 *
 * @param at UTC, the database's own time
 * @param log names the log among others whose anchors may stand in the same file
 * @param streams by stream; {@link Anchored#at} is the line's
 */
public record AnchorLine(Instant at, String log, SortedMap<Integer, Anchored> streams) {

    private static final String SEAL = " seal=";

    /** A line as it was read, with its seal. */
    public record Sealed(AnchorLine line, String seal) {}

    /** What names a log: the hash of what its streams began with. */
    public static String logOf(List<String> origins) {
        var text = new ChainText("vigil audit log 1");
        origins.forEach(origin -> text.with("origin", origin));
        return text.hash();
    }

    /** @param previousSeal the seal of the line before, or an empty text */
    public String sealed(byte[] key, String previousSeal) {
        var text = text();
        return text + SEAL + seal(key, previousSeal, text);
    }

    /** Reads a line; empty where it is none, or where its seal is not that of the key after the line before. */
    public static Optional<Sealed> read(String line, byte[] key, String previousSeal) {
        var end = line.lastIndexOf(SEAL);
        if (end < 0) {
            return Optional.empty();
        }
        var text = line.substring(0, end);
        var seal = line.substring(end + SEAL.length());
        var right = seal(key, previousSeal, text).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, seal.getBytes(StandardCharsets.UTF_8))
                ? parse(text).map(parsed -> new Sealed(parsed, seal))
                : Optional.empty();
    }

    /** The line without its seal. */
    public String text() {
        var text = new StringBuilder().append(at).append(" log=").append(log);
        streams.forEach((stream, end) ->
                text.append(' ').append(stream).append(':').append(end.position()).append(':').append(end.hash()));
        return text.toString();
    }

    private static Optional<AnchorLine> parse(String text) {
        try {
            var words = List.of(text.split(" "));
            var at = Instant.parse(words.getFirst());
            var streams = new TreeMap<Integer, Anchored>();
            for (var word : words.subList(2, words.size())) {
                var parts = word.split(":");
                streams.put(Integer.valueOf(parts[0]), new Anchored(Long.parseLong(parts[1]), parts[2], at));
            }
            return Optional.of(new AnchorLine(at, words.get(1).substring("log=".length()), streams));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static String seal(byte[] key, String previousSeal, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var sealed = mac.doFinal((previousSeal + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
