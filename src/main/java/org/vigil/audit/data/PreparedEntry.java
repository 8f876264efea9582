package org.vigil.audit.data;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigil.audit.FieldChange;
import org.vigil.audit.rules.Detail;
import org.vigil.audit.rules.Entry;
import org.vigil.audit.rules.EntryPlace;
import org.vigil.audit.rules.PlainText;
import org.vigil.shared.Viewer;

/** A note made ready for its place in the log: the entry that is chained, and the salted values beside it. */
record PreparedEntry(Entry entry, Detail detail, List<Value> values) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_VALUE = 1_000_000;

    /** The values of one field, and the salt of their hashes. */
    record Value(String field, String salt, @Nullable String before, @Nullable String after) {

        Detail.HashedField hashed() {
            return new Detail.HashedField(field, hash("before", before), hash("after", after));
        }

        private @Nullable String hash(String side, @Nullable String value) {
            return value == null ? null : Detail.hash(salt, field, side, value);
        }
    }

    static PreparedEntry of(SignedNote signed, EntryPlace place, Instant at) {
        var note = signed.note();
        var values = values(note.changes());
        var shown = new TreeMap<String, SortedSet<Long>>();
        note.shown()
                .forEach(ref -> shown.computeIfAbsent(ref.type().name(), type -> new TreeSet<>())
                        .add(ref.id()));
        var detail = new Detail(values.stream().map(Value::hashed).toList(), shown);
        var entry = new Entry(
                place,
                at,
                signed.viewer().accountId(),
                line(signed.viewer().username(), 64),
                duties(signed.viewer()),
                note.action().name(),
                note.subject().type().name(),
                note.subject().id(),
                line(note.subject().reference(), 80),
                line(note.what(), 255),
                PlainText.line(note.purpose(), 255),
                line(signed.viewer().address(), 64),
                detail.text());
        return new PreparedEntry(entry, detail, values);
    }

    /** A field named twice in one note keeps its first value before and its last value after. */
    private static List<Value> values(List<FieldChange> changes) {
        Map<String, Value> byField = new LinkedHashMap<>();
        for (var change : changes) {
            var field = PlainText.name(change.field(), 64);
            var earlier = byField.get(field);
            byField.put(
                    field,
                    new Value(
                            field,
                            earlier == null ? salt() : earlier.salt(),
                            earlier == null ? value(change.before()) : earlier.before(),
                            value(change.after())));
        }
        return new ArrayList<>(byField.values());
    }

    private static String duties(Viewer viewer) {
        return viewer.duties().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String line(String text, int max) {
        var line = PlainText.line(text, max);
        return line == null ? "" : line;
    }

    private static @Nullable String value(@Nullable String value) {
        return value == null ? null : PlainText.cut(value, LONGEST_VALUE);
    }

    private static String salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
