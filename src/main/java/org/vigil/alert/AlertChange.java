package org.vigil.alert;

import java.util.Set;
import org.vigil.shared.Duty;

/**
 * One alert as it stands after a change.
 *
 * @param people whom it names by account
 * @param calledNow the accounts that this very change called to act
 */
public record AlertChange(AlertRow alert, Set<Duty> audience, NamedPeople people, Set<Long> calledNow) {

    public AlertChange {
        audience = Set.copyOf(audience);
        calledNow = Set.copyOf(calledNow);
    }

    /** Whether nothing but its being raised has happened to it yet. */
    public boolean isNew() {
        return alert.state() == AlertState.RAISED && alert.raisedAt().equals(alert.changedAt());
    }
}
