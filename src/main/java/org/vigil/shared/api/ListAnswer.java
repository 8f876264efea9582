package org.vigil.shared.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Page;

/**
 * A page of a list.
 *
 * @param next the cursor to send as {@code since} for the page that follows, or null at the end
 */
public record ListAnswer<T>(List<T> items, @JsonInclude @Nullable String next) {

    public ListAnswer {
        items = List.copyOf(items);
    }

    public static <T> ListAnswer<T> of(Page<T> page) {
        return new ListAnswer<>(page.items(), page.next());
    }
}
