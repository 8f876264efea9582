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
}
