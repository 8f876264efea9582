package org.vigil.person.rules;

import java.util.List;
import java.util.Set;
import org.vigil.person.rules.Matching.Outcome;
import org.vigil.person.rules.Matching.Verdict;

/** What it means that a record of another module names somebody beside somebody else, or again. */
public final class PartyRules {

    /** Nobody is both in one record, whatever else agrees. */
    private static final Set<String> TWO_ROLES = Set.of("VICTIM", "SUSPECT");

    /** One record calls one person by one name. */
    private static final Set<Field> TELL_TWO_APART =
            Set.of(Field.GIVEN_NAME, Field.FAMILY_NAME, Field.BIRTH, Field.IDENTIFIER, Field.SEX);

    private static final Set<Field> CONTRADICT = Set.of(Field.BIRTH, Field.IDENTIFIER, Field.SEX);

    private PartyRules() {}

    /** Whether two parties of one record, compared with each other, are two people. */
    public static boolean areTwo(String role, String otherRole, Outcome outcome) {
        return !role.equals(otherRole) && TWO_ROLES.containsAll(List.of(role, otherRole))
                || TELL_TWO_APART.stream().anyMatch(field -> !outcome.isSameIn(field) && !outcome.lacks(field));
    }

    /** Whether a party may be the person compared with: more is said, but nothing else. */
    public static boolean fits(Outcome outcome) {
        return outcome.verdict() != Verdict.DIFFERENT && !outcome.differsIn(Field.GIVEN_NAME);
    }

    /** Whether what is said of a party can't be true of the person compared with, whatever the name. */
    public static boolean contradicts(Outcome outcome) {
        return CONTRADICT.stream().anyMatch(outcome::differsIn);
    }
}
