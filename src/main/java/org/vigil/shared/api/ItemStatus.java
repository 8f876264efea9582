package org.vigil.shared.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of an item of a batch; written in lower case. */
public enum ItemStatus {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
