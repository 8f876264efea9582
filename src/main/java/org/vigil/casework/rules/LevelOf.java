package org.vigil.casework.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.Assessment;
import org.vigil.casework.Case;
import org.vigil.casework.CaseCrime;
import org.vigil.casework.CaseParty;
import org.vigil.casework.CasePolicy;
import org.vigil.casework.CaseRole;
import org.vigil.person.NamedPerson;
import org.vigil.shared.UkTime;

/** Puts a case at the level that the rules in force give it, unless an officer set one. */
public final class LevelOf {

    private static final int ADULT = 18;

    private LevelOf() {}

    /** @param people what is said of the case's people, by their number */
    public static Case set(Case file, Map<Integer, NamedPerson> people, CasePolicy policy, Instant now) {
        return file.level().byHand() ? file : file.withLevel(CaseLevels.of(facts(file, people), policy, now));
    }

    private static LevelFacts facts(Case file, Map<Integer, NamedPerson> people) {
        return new LevelFacts(
                file.risk().map(Assessment::grade).orElse(null),
                Stream.concat(file.crimes().stream().map(CaseCrime::offence), Stream.of(file.title()).filter(Objects::nonNull))
                        .filter(Objects::nonNull)
                        .toList(),
                file.namedSuspects().size(),
                (int) file.parties().stream().filter(party -> party.isNamed() && party.role() == CaseRole.CHILD).count(),
                isVictimUnder18(file, people));
    }

    private static @Nullable Boolean isVictimUnder18(Case file, Map<Integer, NamedPerson> people) {
        var reported = UkTime.localDay(file.reportedAt());
        return file.parties().stream()
                .filter(party -> party.isNamed() && party.role() == CaseRole.VICTIM)
                .map(CaseParty::place)
                .map(people::get)
                .filter(Objects::nonNull)
                .map(NamedPerson::dateOfBirth)
                .filter(Objects::nonNull)
                .map(born -> years(born, reported) < ADULT)
                .reduce(Boolean::logicalOr)
                .orElse(null);
    }

    private static int years(LocalDate born, LocalDate on) {
        return Period.between(born, on).getYears();
    }
}
