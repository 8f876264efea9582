package org.vigil.alert.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.NamedPeople;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/**
 * Who sees an alert: one of their duties is in its audience and its area is one of theirs, or it names them; never whom it
 * is about.
 */
public final class AlertVisibility {

    private AlertVisibility() {}

    /** @param areaId null for an alert of the whole force, which every area's people see */
    public static boolean sees(Viewer viewer, Set<Duty> audience, NamedPeople people, @Nullable Long areaId) {
        var account = viewer.accountId();
        if (account != null && people.barred().contains(account)) {
            return false;
        }
        return account != null && people.called().contains(account) || viewer.hasAny(audience) && viewer.covers(areaId);
    }
}
