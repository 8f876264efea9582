package org.vigil.person.search.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was searched for last in this session: kept here and never in an address, which browsers and proxies keep. */
public final class LastSearch {

    private static final String KEY = "search.last";

    private LastSearch() {}

    static void remember(@Nullable String text) {
        VaadinSession.getCurrent().setAttribute(KEY, text == null || text.isBlank() ? null : text);
    }

    /** As it was typed. */
    public static Optional<String> text() {
        return Optional.ofNullable((String) VaadinSession.getCurrent().getAttribute(KEY));
    }
}
