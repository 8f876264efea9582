package org.vigil.incident;

import java.util.UUID;
import org.vigil.security.Area;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.shared.Duty;
import org.vigil.testkit.Staff;

/** A district of its own for a test: what it shows is not mixed with the calls of others. */
public record Ground(long force, long district, String code, long otherDistrict, String otherCode) {

    public static Ground anew(AreaService areas, Staff staff) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        return staff.as(staff.account("test-ground", Duty.ADMIN), () -> {
            var force = areas.all().stream()
                    .filter(area -> area.kind() == AreaKind.FORCE)
                    .findFirst()
                    .map(Area::id)
                    .orElseGet(() -> areas.create(AreaKind.FORCE, null, "F" + mark, "Force " + mark));
            return new Ground(
                    force,
                    areas.create(AreaKind.DISTRICT, force, "D" + mark, "District " + mark),
                    "D" + mark,
                    areas.create(AreaKind.DISTRICT, force, "E" + mark, "Elsewhere " + mark),
                    "E" + mark);
        });
    }
}
