package org.vigil.alert.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.NamedPeople;
import org.vigil.alert.rules.AlertStanding;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;

/**
 * An alert whose row this transaction has locked.
 *
 * @param dedupKey null once it is resolved
 * @param audience each duty that may see it, and whether it is called
 * @param people whom it names by account
 */
public record HeldAlert(
        long id,
        int version,
        @Nullable String dedupKey,
        String kind,
        SubjectRef subject,
        String title,
        String detail,
        @Nullable Long areaId,
        AlertStanding standing,
        Map<Duty, Boolean> audience,
        NamedPeople people) {

    public HeldAlert {
        audience = Map.copyOf(audience);
    }
}
