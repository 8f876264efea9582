package org.vigil.shared.ui;

import org.jspecify.annotations.Nullable;
import org.vigil.shared.SubjectRef;

/** Which screen shows a record: the one place that knows, for lists of alerts, clocks and the like. */
public final class Places {

    private Places() {}

    /** The address of the screen that shows the record, or null where it has none. */
    public static @Nullable String href(SubjectRef subject) {
        return switch (subject.type()) {
            case INCIDENT -> "calls/" + subject.id();
            // A reference of another system may hold anything, a slash too: links go by the key.
            case CASE -> "cases/key/" + subject.id();
            case VICTIM_UPDATE -> "cases/updates/" + subject.id();
            case CUSTODY -> "custody/" + subject.id();
            case PERSON -> "people/" + subject.id();
            case PERSON_FLAG -> "people/flags/" + subject.id();
            case PERSON_MARKER -> "people/markers/" + subject.id();
            case PERSON_MATCH -> "people/duplicates?pair=" + subject.id();
            case DEADLINE, DEADLINE_RULE, CALENDAR -> "deadlines";
            case ACCOUNT -> "admin/accounts";
            case AUDIT -> "audit";
            case PERSON_ERASURE, ALERT, GRADE_POLICY, AREA, WALL_DISPLAY, SESSION, FEED, ENGINE, BOARD -> null;
        };
    }
}
