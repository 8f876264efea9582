package org.vigil.casework.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CasePage;
import org.vigil.casework.HealthLine;
import org.vigil.casework.SuspectStatus;

/** What a case's page says first, in a sentence, and what mends each thing that it lacks. */
final class CaseWords {

    private CaseWords() {}

    /** "Open; serious and complex; high on DASH; 1 suspect outstanding; DC Example leads." */
    static String answer(CasePage page) {
        var file = page.file();
        if (!file.isOpen()) {
            return CaseRows.closed(file) + ".";
        }
        var urgent = page.health().stream().filter(HealthLine::urgent).count();
        var need = urgent == 0
                ? "Nothing about it needs somebody now."
                : urgent == 1 ? "One thing about it needs somebody now." : urgent + " things about it need somebody now.";
        return need + " " + file.level().level().label() + ", " + risk(file) + "; " + wanted(file) + "; "
                + (file.lead().isKnown() ? file.lead().words() + " leads." : "nobody leads it.");
    }

    private static String risk(Case file) {
        return file.risk().map(Assessment::words).map(words -> "risk " + words.toLowerCase(Locale.UK)
                        .replace("dash", "DASH").replace("dara", "DARA"))
                .orElse("not assessed");
    }

    private static String wanted(Case file) {
        var wanted = file.namedSuspects().stream()
                .filter(suspect -> suspect.status() == SuspectStatus.OUTSTANDING)
                .count();
        return file.namedSuspects().isEmpty()
                ? "no suspect named"
                : wanted == 0 ? "no suspect outstanding" : wanted == 1 ? "1 suspect outstanding" : wanted + " suspects outstanding";
    }

    /** The form that mends what a case lacks, or null where none does. */
    static @Nullable String form(HealthLine.Kind kind) {
        return switch (kind) {
            case CHARGED_WHILE_CLOSED, REVIEW_OVERDUE -> "review";
            case NOT_ASSESSED -> "assess";
            case NO_LEAD, LEAD_BELOW_PIP -> "allocate";
            case SUSPECT_OUTSTANDING -> "attempt";
            case CHALLENGE_TO_CONSIDER -> "challenge";
            case NO_OVERSIGHT -> "oversight";
            case ADVICE_UNANSWERED -> "answered";
            case NO_OTHER_EVIDENCE -> "evidence";
            case CHALLENGE_UNANSWERED -> "challenged";
            case COUNTER_ALLEGATION -> "primary";
            case CALL_NOT_FOUND, VICTIM -> null;
        };
    }

    /** The same in words, for its button. */
    static String mends(HealthLine.Kind kind) {
        return switch (kind) {
            case CHARGED_WHILE_CLOSED, REVIEW_OVERDUE -> "Record a review";
            case NOT_ASSESSED -> "Enter an assessment";
            case NO_LEAD, LEAD_BELOW_PIP -> "Allocate";
            case SUSPECT_OUTSTANDING -> "Enter an attempt";
            case CHALLENGE_TO_CONSIDER -> "Record a challenge";
            case NO_OVERSIGHT -> "Record oversight";
            case ADVICE_UNANSWERED -> "Enter the answer";
            case NO_OTHER_EVIDENCE -> "Record evidence";
            case CHALLENGE_UNANSWERED -> "Enter the outcome";
            case COUNTER_ALLEGATION -> "Say who";
            case CALL_NOT_FOUND, VICTIM -> "";
        };
    }
}
