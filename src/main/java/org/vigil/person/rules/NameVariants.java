package org.vigil.person.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which names are other forms of the same one: short forms, and one name in several spellings of another script. */
public final class NameVariants {

    /** In what way one name is a form of another. */
    public enum Kind {
        /** The same name in another spelling: Mohammed and Muhammad. */
        SPELLING,
        /** A short or familiar form: Bob and Robert. */
        NICKNAME
    }

    /** Another form of a name. */
    public record Variant(String word, Kind kind) {}

    private static final NameVariants SHIPPED = read();

    private final Map<String, Map<String, Kind>> forms;

    private NameVariants(Map<String, Map<String, Kind>> forms) {
        this.forms = forms;
    }

    /** The table that ships with the console. */
    public static NameVariants shipped() {
        return SHIPPED;
    }

    /** The other forms of a folded word. */
    public List<Variant> of(String word) {
        return forms.getOrDefault(word, Map.of()).entrySet().stream()
                .map(form -> new Variant(form.getKey(), form.getValue()))
                .sorted((one, other) -> one.word().compareTo(other.word()))
                .toList();
    }

    /** Whether the first words of two keys are forms of one name. */
    public boolean areOneName(String one, String other) {
        return forms.getOrDefault(first(one), Map.of()).containsKey(first(other));
    }

    private static String first(String key) {
        var space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    /**
     * Reads lines of names. "robert: bob rob" says that those after the colon are familiar forms of the first; a line
     * without a colon says that all are one name; "#" begins a comment.
     */
    public static NameVariants parse(List<String> lines) {
        var forms = new HashMap<String, Map<String, Kind>>();
        for (var line : lines) {
            var text = line.replaceAll("#.*", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            var kind = text.contains(":") ? Kind.NICKNAME : Kind.SPELLING;
            var names = new ArrayList<>(List.of(text.replace(":", " ").split("\\s+")));
            for (var one : names) {
                for (var other : names) {
                    if (!one.equals(other)) {
                        // The same pair as spelling and as nickname is a spelling.
                        forms.computeIfAbsent(one, name -> new HashMap<>())
                                .merge(other, kind, (before, now) -> before == Kind.SPELLING ? before : now);
                    }
                }
            }
        }
        return new NameVariants(forms);
    }

    private static NameVariants read() {
        var found = NameVariants.class.getResourceAsStream("/org/vigil/person/name-variants.txt");
        try (var lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(found, "name-variants.txt"), StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
