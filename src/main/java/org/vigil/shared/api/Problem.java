package org.vigil.shared.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it.
 *
 * @param detail what is wrong and what to do about it, for a person
 * @param instance the path that was called
 * @param reference what the log knows the fault by, where the fault is the console's own
 * @param reasons which fields were wrong, where fields were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String reference,
        @Nullable List<ItemReason> reasons) {

    static Problem of(int status, String title, String detail, String instance) {
        return new Problem("about:blank", title, status, detail, instance, null, null);
    }

    Problem withReference(String logged) {
        return new Problem(type, title, status, detail, instance, logged, reasons);
    }

    Problem withReasons(List<ItemReason> why) {
        return new Problem(type, title, status, detail, instance, reference, why);
    }
}
