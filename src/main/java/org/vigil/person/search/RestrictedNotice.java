package org.vigil.person.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That something restricted was found as well, which has no row: neither what nor how much, only whom to ask.
 *
 * @param ask those on duty who can say more, by name; empty where nobody is
 * @param path of the screen on which the likeliest of it can be opened with a reason; null for whoever may not do that
 */
public record RestrictedNotice(List<String> ask, @Nullable String path) {

    public RestrictedNotice {
        ask = List.copyOf(ask);
    }

    /** "Restricted: ask Sgt Khan". */
    public String words() {
        return words(ask);
    }

    static String words(List<String> ask) {
        return "Restricted: ask " + (ask.isEmpty() ? "a supervisor" : String.join(" or ", ask));
    }
}
