package org.vigil.casework.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.ActionKind;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CaseAction;
import org.vigil.casework.CasePolicy;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.UkTime;

/**
 * When the risk of a case is to be looked at again: counted from the last assessment or recorded review, from the report
 * where there is none, and from the opening where the case was opened again since. Hours end to the minute, days at the end
 * of the last, Europe/London; a day that the assessor set counts where it is earlier. Source: force policy
 * (case_review_interval).
 */
public final class CaseReview {

    private CaseReview() {}

    /** What the clock is counted from. */
    public enum From {
        REPORT,
        REOPENING,
        REVIEW,
        ASSESSMENT
    }

    /**
     * The review that is due next.
     *
     * @param startedAt what it is counted from
     * @param evidence the same in words
     * @param dueAt when it must have been done
     * @param basis whose figure it is
     */
    public record Next(From from, Instant startedAt, String evidence, Instant dueAt, String title, String basis) {

        /** For the clock: an instant of the day at whose end the time runs out, or in whose course. */
        public Instant lastDay() {
            return dueAt.minus(1, ChronoUnit.MICROS);
        }
    }

    /** The next review of a case that is open; empty where it is closed, or the force has set no interval at all. */
    public static Optional<Next> of(Case held, CasePolicy policy) {
        if (!held.isOpen()) {
            return Optional.empty();
        }
        var risk = held.risk();
        var grade = risk.map(Assessment::grade).orElse(null);
        var start = start(held);
        return policy.interval(grade, start.at()).map(interval -> {
            var due = interval.inDays()
                    ? UkTime.endOf(UkTime.localDay(start.at()).plusDays(interval.length()))
                    : start.at().plus(Duration.ofHours(interval.length()));
            var asked = risk.map(assessment -> askedFor(assessment, start.at())).orElse(null);
            var title = grade == null ? "Assess the risk" : "Review the risk: " + grade.label().toLowerCase(java.util.Locale.UK);
            return asked != null && asked.isBefore(due)
                    ? new Next(start.from(), start.at(), start.words(), asked, title, "The assessor's own date")
                    : new Next(start.from(), start.at(), start.words(), due, title, interval.basis() + ": "
                            + length(interval) + " where " + standing(grade));
        });
    }

    private record Start(From from, Instant at, String words) {}

    private static Start start(Case held) {
        var assessed = held.risk()
                .map(risk -> new Start(
                        From.ASSESSMENT, risk.at(), "assessed as " + risk.words() + (risk.atSaid() ? "" : ", when it was told")))
                .orElse(null);
        var reviewed = held.last(ActionKind.RISK_REVIEWED)
                .map(CaseAction::at)
                .map(at -> new Start(From.REVIEW, at, "risk reviewed"))
                .orElse(null);
        var latest = later(assessed, reviewed);
        if (latest == null) {
            latest = new Start(From.REPORT, held.reportedAt(), "from the report");
        }
        var reopened = held.closing().reopenedAt();
        return reopened != null && reopened.isAfter(latest.at())
                ? new Start(From.REOPENING, reopened, "opened again")
                : latest;
    }

    private static @Nullable Start later(@Nullable Start one, @Nullable Start other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isAfter(one.at()) ? other : one;
    }

    /** A day that lies before what it was set at is a slip of the pen. */
    private static @Nullable Instant askedFor(Assessment risk, Instant start) {
        var on = risk.reviewOn();
        return on == null || on.isBefore(UkTime.localDay(start)) ? null : UkTime.endOf(on);
    }

    private static String length(CasePolicy.Interval interval) {
        return interval.length() + (interval.inDays() ? " days" : " hours");
    }

    private static String standing(@Nullable RiskGrade grade) {
        return grade == null ? "nobody assessed it" : "it is " + grade.label().toLowerCase(java.util.Locale.UK);
    }
}
