package org.vigil.person.search;

import java.util.List;

/**
 * That something restricted was found as well: neither what nor how much, only whom to ask.
 *
 * @param ask those on duty who can say more, by name; empty where nobody is
 */
public record RestrictedNotice(List<String> ask) {

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
