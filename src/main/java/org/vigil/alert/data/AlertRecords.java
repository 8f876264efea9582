package org.vigil.alert.data;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertEventKind;
import org.vigil.alert.RaiseAlert;
import org.vigil.alert.Severity;
import org.vigil.alert.rules.AlertStanding;
import org.vigil.shared.Duty;

/** The rows that a batch writes. */
public final class AlertRecords {

    private AlertRecords() {}

    /** A new alert: what it is from the request, where it stands after all rungs that came with it. */
    public record NewAlert(RaiseAlert about, AlertStanding standing) {}

    /** An alert as it is to stand; {@code resolution} only where it is resolved. */
    public record ChangedAlert(
            long id,
            int version,
            @Nullable String dedupKey,
            String title,
            String detail,
            @Nullable Long areaId,
            AlertStanding standing,
            @Nullable Long resolvedBy,
            @Nullable String resolution) {

        /** Only its standing changes. */
        public static ChangedAlert standing(HeldAlert held, AlertStanding standing) {
            return new ChangedAlert(
                    held.id(), held.version(), held.dedupKey(), held.title(), held.detail(), held.areaId(), standing, null,
                    null);
        }

        public ChangedAlert in(@Nullable Long area) {
            return new ChangedAlert(id, version, dedupKey, title, detail, area, standing, resolvedBy, resolution);
        }

        public ChangedAlert resolved(@Nullable Long by, String why) {
            return new ChangedAlert(id, version, dedupKey, title, detail, areaId, standing, by, why);
        }
    }

    /** A duty of an alert's audience. */
    public record AudienceRow(long alertId, Duty duty, boolean notified) {}

    /** Somebody whom an alert names; barred: who never sees it. */
    public record NamedRow(long alertId, long accountId, boolean barred) {}

    /** A line of history. */
    public record EventRow(
            long alertId,
            Instant at,
            AlertEventKind kind,
            @Nullable Long by,
            @Nullable Severity severity,
            @Nullable String note) {}

    /** Somebody who is called. */
    public record NotificationRow(long alertId, long accountId, String rung, Duty duty, Instant at) {}

    /** What became of inserting new alerts: the ids of those that this transaction made, and the keys it lost to others. */
    public record Opened(java.util.Map<String, Long> ids, Set<String> taken) {}
}
