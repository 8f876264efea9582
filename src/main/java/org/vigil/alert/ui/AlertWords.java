package org.vigil.alert.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertState;
import org.vigil.alert.Severity;
import org.vigil.shared.UkTime;
import org.vigil.shared.ui.Places;
import org.vigil.shared.ui.Row;
import org.vigil.shared.ui.Tone;

/** How alerts are put into words and rows. */
final class AlertWords {

    static final String ACKNOWLEDGE = "acknowledge";
    static final String TAKE = "take";
    static final String SUBJECT = "subject";

    private AlertWords() {}

    static Row row(AlertRow alert, @Nullable String area) {
        var subject = alert.subject();
        var named = alert.title() + " · " + subject.reference();
        var row = Row.of(alert.id(), named)
                .href("alerts?alert=" + alert.id())
                .pill(severity(alert.severity()), tone(alert.severity()))
                .line(alert.detail())
                .line((area == null ? "Whole force" : area) + " · raised " + UkTime.moment(alert.raisedAt()))
                .line(holder(alert));
        var due = alert.state().isOpen() && alert.dueAt() != null ? row.due(alert.dueAt()) : row;
        var acting = alert.state() == AlertState.RAISED
                ? due.mainAction(ACKNOWLEDGE, "Acknowledge").action(TAKE, "Take it")
                : due;
        return Places.href(subject) == null ? acting : acting.action(SUBJECT, "Open " + subject.reference());
    }

    /** Severity as a sign and a word, so that nothing rests on colour. */
    static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "‼ ";
            case HIGH -> "▲ ";
            case WARNING -> "◆ ";
            case NOTICE -> "● ";
        } + severity.label();
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Tone.BAD;
            case WARNING -> Tone.WARN;
            case NOTICE -> Tone.NEUTRAL;
        };
    }

    /** Who has it, as a sentence. */
    static String holder(AlertRow alert) {
        var assignee = alert.assignedName();
        return switch (alert.state()) {
            case RAISED -> assignee == null
                    ? "Nobody has acknowledged it"
                    : "Given to " + assignee + ", who has not acknowledged it yet";
            case ACKNOWLEDGED -> (assignee == null ? "Acknowledged by " + alert.acknowledgedName() : assignee + " has it")
                    + at(", since ", alert.acknowledgedAt());
            case SNOOZED -> "Snoozed" + at(" until ", alert.snoozedUntil());
            case RESOLVED -> "Resolved" + at(" ", alert.resolvedAt()) + ": " + alert.resolution();
        };
    }

    private static String at(String word, java.time.@Nullable Instant at) {
        return at == null ? "" : word + UkTime.moment(at);
    }

    /** "CALL_ATTENDANCE" → "Call attendance". */
    static String kind(String kind) {
        var words = kind.replace('_', ' ').toLowerCase(Locale.UK);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
