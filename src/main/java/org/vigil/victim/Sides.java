package org.vigil.victim;

import org.vigil.shared.ChangedMeanwhileException;

/** Guards a victim's side against two people who change it at once. */
final class Sides {

    private Sides() {}

    /** @throws ChangedMeanwhileException when it is no longer what was on screen */
    static VictimSide unchanged(VictimSide held, int version) {
        if (held.version() != version) {
            throw new ChangedMeanwhileException("The victim's side of the case");
        }
        return held;
    }
}
