package org.vigil.audit.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** Compares what stands beside an entry, records shown and values, with what its chained text says of them. */
public final class BesideCheck {

    private BesideCheck() {}

    /** Answers what is wrong, in words that follow "does not fit: ". */
    public static Optional<String> problem(
            String detailText, SortedMap<String, SortedSet<Long>> shown, List<StoredValue> values) {
        Detail detail;
        try {
            detail = Detail.parse(detailText);
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("its detail can't be read");
        }
        return detail.shown().equals(shown)
                ? valueProblem(detail, values)
                : Optional.of("the records that it showed are not those that it names");
    }

    private static Optional<String> valueProblem(Detail detail, List<StoredValue> values) {
        Map<String, StoredValue> byField = new HashMap<>();
        values.forEach(value -> byField.put(value.hashed().field(), value));
        for (var field : detail.fields()) {
            var held = byField.remove(field.field());
            if (held == null) {
                return Optional.of("the values of its field " + field.field() + " are gone, and no erasure says so");
            }
            if (held.erased()) {
                if (!held.erasureRecorded()) {
                    return Optional.of("its field " + field.field() + " is marked as erased, and no entry says so");
                }
                if (!held.empty()) {
                    return Optional.of("its field " + field.field() + " is marked as erased, and holds values");
                }
            } else if (!held.hashed().equals(field)) {
                return Optional.of("the values of its field " + field.field() + " were changed");
            }
        }
        return byField.isEmpty()
                ? Optional.empty()
                : Optional.of("values stand beside it that it does not name: " + byField.keySet().iterator().next());
    }
}
