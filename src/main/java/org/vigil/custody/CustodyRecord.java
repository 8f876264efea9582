package org.vigil.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/**
 * A custody record as it is held.
 *
 * @param twinKey the alert that another record of the same person is open as well, or null
 * @param events all that was told, replaced tellings included, in the order of their keys
 */
public record CustodyRecord(
        long id,
        int version,
        CustodyKey key,
        @Nullable Long areaId,
        @Nullable String twinKey,
        List<CustodyEvent> events) {

    public CustodyRecord {
        events = List.copyOf(events);
    }

    public String reference() {
        return key.reference();
    }

    public SubjectRef subject() {
        return new SubjectRef(SubjectType.CUSTODY, id, key.reference());
    }

    /** What counts. */
    public List<CustodyEvent> current() {
        return events.stream().filter(CustodyEvent::current).toList();
    }
}
