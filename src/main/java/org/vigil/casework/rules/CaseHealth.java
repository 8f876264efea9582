package org.vigil.casework.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.ActionKind;
import org.vigil.casework.AdviceAnswer;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CaseAction;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CasePolicy;
import org.vigil.casework.CasePolicy.LimitKind;
import org.vigil.casework.HealthLine;
import org.vigil.casework.HealthLine.Kind;
import org.vigil.casework.Suspect;
import org.vigil.casework.SuspectStatus;
import org.vigil.casework.Surroundings;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.UkTime;

/**
 * What a case lacks, each a line; only what needs somebody now is urgent. Sources: College of Policing APP on domestic
 * abuse (evidence beyond the victim, challenges to decisions that raise risk, specialist oversight, PIP level 2 for serious
 * and complex cases), DOMAIN.md sections 1 and 8; how long something may be missing is force policy (case_limit).
 */
public final class CaseHealth {

    private static final String APP = "APP on domestic abuse";

    private final Case held;
    private final Surroundings around;
    private final CasePolicy policy;
    private final Instant now;
    private final List<HealthLine> lines = new ArrayList<>();

    private CaseHealth(Case held, Surroundings around, CasePolicy policy, Instant now) {
        this.held = held;
        this.around = around;
        this.policy = policy;
        this.now = now;
    }

    /** The lines of a case as of an instant, those that need somebody now first; none where it is closed. */
    public static List<HealthLine> of(Case held, Surroundings around, CasePolicy policy, Instant now) {
        return new CaseHealth(held, around, policy, now).all().stream()
                .filter(line -> line.kind() != Kind.REVIEW_OVERDUE || line.urgent())
                .sorted(Comparator.comparing(HealthLine::urgent).reversed().thenComparing(HealthLine::kind))
                .toList();
    }

    /** From when a case needs somebody, if nothing about it changes; null where it never will. */
    public static @Nullable Instant attentionFrom(Case held, CasePolicy policy, Instant now) {
        return new CaseHealth(held, Surroundings.NONE, policy, now)
                .all().stream()
                        .map(HealthLine::urgentFrom)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** From when a case must have a lead officer, and has none; null where nothing asks for one yet, or it has one. */
    public static @Nullable Instant allocateBy(Case held, CasePolicy policy) {
        return held.isOpen() && !held.lead().isKnown() && isHigh(held)
                ? after(start(held), LimitKind.ALLOCATE_HIGH, policy)
                : null;
    }

    private List<HealthLine> all() {
        if (held.isOpen()) {
            reopened();
            leadership();
            risk();
            suspects();
            prosecutor();
            evidence();
            oversight();
            around();
        }
        return lines;
    }

    private void reopened() {
        held.last(ActionKind.REOPENED).filter(opened -> CaseAction.CHARGED.equals(opened.detail())).ifPresent(opened -> {
            var seen = held.actions().stream()
                    .anyMatch(action -> action.accountId() != null && !action.recordedAt().isBefore(opened.recordedAt()));
            if (!seen) {
                add(Kind.CHARGED_WHILE_CLOSED, Objects.requireNonNullElse(opened.note(), "Charged in a case that was closed."),
                        opened.recordedAt(), "A charge needs an open case", opened.place());
            }
        });
    }

    private void leadership() {
        var lead = held.lead();
        var level = held.level().level();
        if (!lead.isKnown()) {
            var team = lead.team() == null ? "" : " It is with " + lead.team() + ".";
            add(Kind.NO_LEAD, "No lead officer, " + sinceWords(start(held)) + "." + team, allocateBy(held, policy),
                    basis(LimitKind.ALLOCATE_HIGH), null);
            return;
        }
        var standard = policy.standard(level, now);
        var least = standard.leadPip();
        if (least != null && (lead.pip() == null || lead.pip() < least)) {
            var trained = lead.pip() == null ? "no training level is recorded" : "is trained to PIP " + lead.pip();
            add(Kind.LEAD_BELOW_PIP, name(lead.words()) + (lead.pip() == null ? ": " : " ") + trained + "; a "
                    + lower(level) + " case is led at PIP " + least + " or above.", null, standard.basis(), null);
        }
    }

    private void risk() {
        if (held.risk().isEmpty()) {
            add(Kind.NOT_ASSESSED, "No risk assessment, " + sinceWords(held.reportedAt()) + ".",
                    after(start(held), LimitKind.ASSESS, policy), basis(LimitKind.ASSESS), null);
        }
        CaseReview.of(held, policy).ifPresent(next -> add(
                Kind.REVIEW_OVERDUE,
                next.title() + ": due " + UkTime.moment(next.dueAt()) + ", counted " + countedFrom(next) + ".",
                next.dueAt(), next.basis(), null));
    }

    private void suspects() {
        held.namedSuspects().stream()
                .filter(suspect -> suspect.status() == SuspectStatus.OUTSTANDING)
                .forEach(suspect -> {
                    var attempts = suspect.attemptsSince();
                    var last = attempts.isEmpty() ? suspect.since() : attempts.getLast().at();
                    var from = isHigh(held) ? after(last, LimitKind.NEXT_ATTEMPT, policy) : null;
                    add(Kind.SUSPECT_OUTSTANDING, outstandingWords(suspect, now), from, basis(LimitKind.NEXT_ATTEMPT),
                            suspect.place());
                });
    }

    /** "Suspect outstanding 12 days, 3 attempts to arrest." Days are local. */
    public static String outstandingWords(Suspect suspect, Instant now) {
        var attempts = suspect.attemptsSince().size();
        return "Suspect outstanding " + days(suspect.since(), now) + ", "
                + (attempts == 0 ? "no attempt to arrest recorded" : attempts == 1 ? "1 attempt to arrest" : attempts
                        + " attempts to arrest") + ".";
    }

    private void prosecutor() {
        var asked = held.last(ActionKind.ADVICE_ASKED).orElse(null);
        var answered = held.last(ActionKind.ADVICE_ANSWERED).orElse(null);
        if (asked != null && (answered == null || answered.at().isBefore(asked.at()))) {
            add(Kind.ADVICE_UNANSWERED, "Pre-charge advice asked for and not answered, " + sinceWords(asked.at()) + ".",
                    after(asked.at(), LimitKind.ADVICE_ANSWER, policy), basis(LimitKind.ADVICE_ANSWER), null);
        }
        var challenged = held.last(ActionKind.CHALLENGE_MADE).orElse(null);
        var settled = held.last(ActionKind.CHALLENGE_ANSWERED).orElse(null);
        if (challenged != null && (settled == null || settled.at().isBefore(challenged.at()))) {
            add(Kind.CHALLENGE_UNANSWERED, "The prosecutor's decision was challenged and not answered, "
                    + sinceWords(challenged.at()) + ".", null, APP, null);
        }
        if (answered != null
                && AdviceAnswer.NO_FURTHER_ACTION.name().equals(answered.detail())
                && isHigh(held)
                && !isConsidered(answered)) {
            add(Kind.CHALLENGE_TO_CONSIDER, "The prosecutor decided on no further action on "
                    + UkTime.day(UkTime.localDay(answered.at())) + " and the risk is high: challenge it, or say why not.",
                    answered.at(), APP + ": challenge decisions that raise risk", null);
        }
    }

    private boolean isConsidered(CaseAction decision) {
        return Stream.concat(held.done(ActionKind.CHALLENGE_MADE), held.done(ActionKind.CHALLENGE_NOT_MADE))
                .anyMatch(considered -> !considered.at().isBefore(decision.at()));
    }

    private void evidence() {
        if (held.done(ActionKind.EVIDENCE).findAny().isEmpty()) {
            add(Kind.NO_OTHER_EVIDENCE, "Nothing is recorded beyond what the victim says.", null,
                    APP + ": build the case on more than the victim's account", null);
        }
    }

    private void oversight() {
        var standard = policy.standard(held.level().level(), now);
        if (standard.oversight() && held.done(ActionKind.OVERSIGHT).findAny().isEmpty()) {
            add(Kind.NO_OVERSIGHT, "No specialist oversight is recorded; a " + lower(held.level().level())
                    + " case wants it.", after(start(held), LimitKind.OVERSIGHT, policy), standard.basis(), null);
        }
    }

    private void around() {
        around.counters().stream().filter(counter -> !counter.decided()).forEach(counter -> add(
                Kind.COUNTER_ALLEGATION,
                "Each accuses the other: see case " + counter.reference()
                        + ". Nobody has said who is the primary perpetrator, and why.",
                null, APP + ": identify the primary perpetrator", counter.place()));
        around.callsNotFound().forEach(call -> add(
                Kind.CALL_NOT_FOUND, "Call " + call + " is not held yet; it is found by itself when it arrives.", null,
                "The crime system names it", null));
    }

    private void add(Kind kind, String words, @Nullable Instant urgentFrom, String basis, @Nullable Integer place) {
        var urgent = urgentFrom != null && !now.isBefore(urgentFrom);
        lines.add(new HealthLine(kind, words, urgent, urgentFrom, basis, place));
    }

    private String basis(LimitKind kind) {
        return policy.limit(kind, now).map(CasePolicy.Limit::basis).orElse("Force policy");
    }

    private String sinceWords(Instant at) {
        return days(at, now) + " after " + UkTime.moment(at);
    }

    private static @Nullable Instant after(Instant start, LimitKind kind, CasePolicy policy) {
        return policy.limit(kind, start).map(limit -> start.plus(limit.length())).orElse(null);
    }

    /** What may be missing for a while may be so anew once a case is opened again. */
    private static Instant start(Case held) {
        var reopened = held.closing().reopenedAt();
        return reopened != null && reopened.isAfter(held.reportedAt()) ? reopened : held.reportedAt();
    }

    private static boolean isHigh(Case held) {
        return held.risk().map(Assessment::grade).filter(grade -> grade == RiskGrade.HIGH).isPresent();
    }

    private static String countedFrom(CaseReview.Next next) {
        return Optional.of(next.evidence()).filter(words -> words.startsWith("from")).orElse("from " + next.evidence());
    }

    private static String name(String words) {
        return words.isEmpty() ? "The lead officer" : words;
    }

    private static String lower(CaseLevel level) {
        return level.label().toLowerCase(java.util.Locale.UK);
    }

    /** Whole days, or hours on the first. */
    private static String days(Instant from, Instant now) {
        var span = Duration.between(from, now);
        return span.isNegative() ? "0 min" : span.toHours() < 48 ? UkTime.span(span) : span.toDays() + " days";
    }
}
