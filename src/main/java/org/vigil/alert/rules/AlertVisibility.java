package org.vigil.alert.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Duty;
import org.vigil.shared.Viewer;

/** Who sees an alert: one of their duties is in its audience, and its area is one of theirs. */
public final class AlertVisibility {

    private AlertVisibility() {}

    /** @param areaId null for an alert of the whole force, which every area's people see */
    public static boolean sees(Viewer viewer, Set<Duty> audience, @Nullable Long areaId) {
        return viewer.hasAny(audience) && viewer.covers(areaId);
    }
}
