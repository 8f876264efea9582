package org.vigil.casework.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.vigil.casework.CaseParty;
import org.vigil.casework.CaseRole;
import org.vigil.person.NamedPerson;

/**
 * Which number each of the people whom a message names has in the case: the one they had, however the feed orders them now,
 * or the next that nobody had. What was entered about one suspect must not become another's.
 */
public final class PartyNumbers {

    /** The number of the victim whom a message names. */
    public static final int VICTIM = 0;

    private PartyNumbers() {}

    /** Somebody as a message names them. */
    public record Sent(CaseRole role, NamedPerson person, @Nullable String school) {}

    /**
     * The number of each, in the order sent.
     *
     * @param held everybody whom the case ever named, those who were taken away included
     * @param people what was last said of them, by number
     */
    public static List<Integer> of(List<CaseParty> held, Map<Integer, NamedPerson> people, List<Sent> sent) {
        var free = new ArrayList<>(held.stream().filter(party -> !party.byHand()).toList());
        var numbers = new HashMap<Integer, Integer>();
        for (var fits : List.<BiPredicate<NamedPerson, NamedPerson>>of(
                NamedPerson::equals, PartyNumbers::shareNumber, PartyNumbers::haveOneName, PartyNumbers::mayBeOne,
                // Of somebody erased nothing is left to know them by; the feed may be naming them still.
                (known, named) -> known.wasErased())) {
            for (var each = 0; each < sent.size(); each++) {
                var named = sent.get(each);
                if (numbers.containsKey(each)) {
                    continue;
                }
                var index = each;
                free.stream()
                        .filter(party -> party.role() == named.role())
                        .filter(party -> party.isNamed() || !isErased(people.get(party.place())))
                        .filter(party -> people.containsKey(party.place())
                                && fits.test(people.get(party.place()), named.person()))
                        .findFirst()
                        .ifPresent(party -> {
                            free.remove(party);
                            numbers.put(index, party.place());
                        });
            }
        }
        var next = held.stream().mapToInt(CaseParty::place).max().orElse(VICTIM) + 1;
        var all = new ArrayList<Integer>();
        for (var each = 0; each < sent.size(); each++) {
            var known = numbers.get(each);
            all.add(known != null ? known : next++);
        }
        return all;
    }

    private static boolean isErased(@Nullable NamedPerson person) {
        return person != null && person.wasErased();
    }

    private static boolean shareNumber(NamedPerson one, NamedPerson other) {
        return one.identifiers().stream().anyMatch(other.identifiers()::contains);
    }

    private static boolean haveOneName(NamedPerson one, NamedPerson other) {
        return isGiven(one)
                && one.name().equalsIgnoreCase(other.name())
                && (one.dateOfBirth() == null
                        || other.dateOfBirth() == null
                        || one.dateOfBirth().equals(other.dateOfBirth()));
    }

    /** A name put right: something else that is said of them is the same. */
    private static boolean mayBeOne(NamedPerson one, NamedPerson other) {
        var oneBirth = one.dateOfBirth() != null && one.dateOfBirth().equals(other.dateOfBirth());
        var onePhone = one.phone() != null && one.phone().equals(other.phone());
        var half = one.givenName() != null && one.givenName().equalsIgnoreCase(other.givenName())
                || one.familyName() != null && one.familyName().equalsIgnoreCase(other.familyName());
        return (oneBirth || onePhone) && (half || !isGiven(one) || !isGiven(other) || oneBirth && onePhone);
    }

    private static boolean isGiven(NamedPerson person) {
        return Objects.requireNonNullElse(person.givenName(), "").length()
                        + Objects.requireNonNullElse(person.familyName(), "").length()
                > 0;
    }
}
