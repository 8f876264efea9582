package org.vigil.incident;

import java.util.List;
import java.util.Map;

/**
 * What a call does not show because of whom it names.
 *
 * @param people whether somebody named is held back, and with them what was said and where
 * @param place whether the place is
 * @param pending whether it is so only until those named are matched with the people held, which takes seconds
 * @param restricted whom one may ask for, by their place in the call; their pages say whom to ask
 * @param ask names of those on duty who may say more
 */
public record HeldBack(boolean people, boolean place, boolean pending, Map<Integer, Long> restricted, List<String> ask) {

    public HeldBack {
        restricted = Map.copyOf(restricted);
        ask = List.copyOf(ask);
    }

    /** As a sentence or two; empty where everything shows. */
    public String words() {
        if (pending) {
            return "Those named are being matched with the people held: who they are, where and what was said shows in a"
                    + " few seconds.";
        }
        if (people) {
            return "Part of this call is held back: who is named, where it was and what was said. "
                    + (ask.isEmpty()
                            ? "Nobody who may say more is on duty now."
                            : "Ask " + String.join(" or ", ask) + ", on duty now.");
        }
        return place ? "A protected address is held and not shown." : "";
    }
}
