package org.vigil.casework.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CasePolicy;
import org.vigil.casework.CasePolicy.LevelRule;
import org.vigil.casework.LevelSet;

/**
 * Whether a case is volume, serious and complex, or major: the highest level whose rule fits. Source: College of Policing
 * APP on domestic abuse (coercive control and stalking are serious and complex, and led at PIP level 2); the rows are data
 * and the force's own.
 */
public final class CaseLevels {

    private static final String NOTHING_FITS = "No rule makes it more";

    private CaseLevels() {}

    /** The level by the rules in force, with what made it so. */
    public static LevelSet of(LevelFacts facts, CasePolicy policy, Instant now) {
        return policy.levelsAt(now).stream()
                .filter(rule -> fits(rule, facts))
                .max(Comparator.comparing(LevelRule::level))
                .map(rule -> new LevelSet(rule.level(), why(rule) + " (" + rule.basis() + ")", false))
                .orElse(new LevelSet(CaseLevel.VOLUME, NOTHING_FITS, false));
    }

    private static boolean fits(LevelRule rule, LevelFacts facts) {
        return switch (rule.criterion()) {
            case RISK_GRADE -> facts.risk() != null && facts.risk().name().equals(rule.value());
            case OFFENCE_WORDS -> facts.offences().stream().anyMatch(offence -> holds(offence, value(rule)));
            case SUSPECTS_AT_LEAST -> facts.suspects() >= Integer.parseInt(value(rule));
            case CHILDREN_AT_LEAST -> facts.children() >= Integer.parseInt(value(rule));
            case VICTIM_UNDER_18 -> Boolean.TRUE.equals(facts.victimUnder18());
        };
    }

    /** Whether the words stand in the text one after another; each may go on, so that "rape" is found in "raped". */
    private static boolean holds(String text, String words) {
        var said = words(text);
        var wanted = words(words);
        for (var from = 0; from + wanted.size() <= said.size(); from++) {
            var fits = !wanted.isEmpty();
            for (var each = 0; each < wanted.size() && fits; each++) {
                fits = said.get(from + each).startsWith(wanted.get(each));
            }
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String value(LevelRule rule) {
        return Objects.requireNonNull(rule.value());
    }

    private static String why(LevelRule rule) {
        return switch (rule.criterion()) {
            case RISK_GRADE -> "Assessed as " + value(rule).toLowerCase(Locale.UK) + " risk";
            case OFFENCE_WORDS -> "Offence: " + value(rule);
            case SUSPECTS_AT_LEAST -> "At least " + value(rule) + " suspects";
            case CHILDREN_AT_LEAST -> "At least " + value(rule) + " children";
            case VICTIM_UNDER_18 -> "The victim is under 18";
        };
    }
}
