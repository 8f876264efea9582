package org.vigil.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/**
 * An alert as lists show it. All instants are UTC.
 *
 * @param changeSeq grows with each change, in the order of commits across all nodes
 * @param assignedName who has it, as colleagues know them
 */
public record AlertRow(
        long id,
        int version,
        long changeSeq,
        String kind,
        Severity severity,
        AlertState state,
        SubjectRef subject,
        String title,
        String detail,
        @Nullable Long areaId,
        @Nullable Instant dueAt,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Long acknowledgedBy,
        @Nullable String acknowledgedName,
        @Nullable Long assignedTo,
        @Nullable String assignedName,
        @Nullable Instant snoozedUntil,
        @Nullable Instant resolvedAt,
        @Nullable String resolution) {

    /** The same without what anybody wrote; the title is of the kind and tells of nobody. */
    AlertRow withoutWords(String instead) {
        return new AlertRow(
                id, version, changeSeq, kind, severity, state, subject, title, instead, areaId, dueAt, raisedAt, changedAt,
                acknowledgedAt, acknowledgedBy, acknowledgedName, assignedTo, assignedName, snoozedUntil, resolvedAt,
                resolution == null ? null : instead);
    }
}
