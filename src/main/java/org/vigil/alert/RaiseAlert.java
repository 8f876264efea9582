package org.vigil.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.Texts;

/**
 * Asks for an alert, or for the next rung of the open alert with the same key.
 *
 * @param kind what it is about, one word for rules and filters, such as a deadline rule's code or {@code FEED_SILENT}
 * @param dedupKey names the problem, at most 120 characters: one open alert per key
 * @param title at most 160 characters, in the officer's words
 * @param detail at most 500 characters
 * @param areaId where it is; null concerns the whole force
 * @param dueAt the legal deadline, past which the alert can't be snoozed; null where there is none
 * @param audience who sees it and who of them is called
 * @param rung {@code RAISED}, or the name of the deadline's rung, at most 16 characters; a person is called once a rung
 * @param staleAfterMinutes how long an acknowledgement counts before the alert is raised again
 * @param escalateAfterMinutes how long it may stay unacknowledged before {@code escalateTo} is called; null: no escalation
 * @param people whom it names by account
 */
public record RaiseAlert(
        String kind,
        String dedupKey,
        Severity severity,
        SubjectRef subject,
        String title,
        String detail,
        @Nullable Long areaId,
        @Nullable Instant dueAt,
        List<Audience> audience,
        String rung,
        int staleAfterMinutes,
        @Nullable Integer escalateAfterMinutes,
        @Nullable Duty escalateTo,
        NamedPeople people) {

    /** The rung of an alert that has no ladder. */
    public static final String FIRST = "RAISED";

    static final int LONGEST_DETAIL = 500;

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_KEY = 120;

    public RaiseAlert {
        audience = List.copyOf(audience);
        if (audience.isEmpty() && people.called().isEmpty()) {
            throw new IllegalArgumentException("an alert nobody may see: " + dedupKey);
        }
        if ((escalateAfterMinutes == null) != (escalateTo == null)) {
            throw new IllegalArgumentException("an escalation needs its minutes and its duty: " + dedupKey);
        }
        if (staleAfterMinutes <= 0 || escalateAfterMinutes != null && escalateAfterMinutes <= 0) {
            throw new IllegalArgumentException("minutes that would never end: " + dedupKey);
        }
        if (dedupKey.isEmpty() || dedupKey.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has 1 to 120 characters: " + dedupKey);
        }
        title = Texts.cut(title, LONGEST_TITLE);
        detail = Texts.cut(detail, LONGEST_DETAIL);
    }

    /** An alert that names nobody. */
    public RaiseAlert(
            String kind,
            String dedupKey,
            Severity severity,
            SubjectRef subject,
            String title,
            String detail,
            @Nullable Long areaId,
            @Nullable Instant dueAt,
            List<Audience> audience,
            String rung,
            int staleAfterMinutes,
            @Nullable Integer escalateAfterMinutes,
            @Nullable Duty escalateTo) {
        this(
                kind, dedupKey, severity, subject, title, detail, areaId, dueAt, audience, rung, staleAfterMinutes,
                escalateAfterMinutes, escalateTo, NamedPeople.NONE);
    }

    /** The same to another audience. */
    public RaiseAlert to(List<Audience> duties, NamedPeople named) {
        return new RaiseAlert(
                kind, dedupKey, severity, subject, title, detail, areaId, dueAt, duties, rung, staleAfterMinutes,
                escalateAfterMinutes, escalateTo, named);
    }
}
