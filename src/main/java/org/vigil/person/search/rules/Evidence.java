package org.vigil.person.search.rules;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What speaks for one person as the answer to a query; gathered while people are looked up. */
public final class Evidence {

    /** What else than a name can have been asked for. */
    public enum Clue {
        REFERENCE(28),
        PHONE(24),
        EMAIL(24),
        POSTCODE(15),
        HOUSE(14),
        STREET(9),
        POSTCODE_PART(6);

        private final double bits;

        Clue(double bits) {
            this.bits = bits;
        }

        double bits() {
            return bits;
        }
    }

    private final long person;
    private final Map<Integer, Candidate> names = new TreeMap<>();
    private final Set<Integer> years = new HashSet<>();
    private final Map<Clue, Boolean> clues = new EnumMap<>(Clue.class);
    private BirthClue.Fit birth = BirthClue.Fit.NONE;
    private boolean birthKnown;

    public Evidence(long person) {
        this.person = person;
    }

    public long person() {
        return person;
    }

    /** One word of the query may mean this word of the person's name; the nearest counts. */
    public void names(int asked, Candidate candidate) {
        names.merge(asked, candidate, (one, other) -> one.doubt() <= other.doubt() ? one : other);
    }

    public void year(int year) {
        if (year != 0) {
            years.add(year);
        }
    }

    public void clue(Clue clue) {
        clues.put(clue, true);
    }

    /** How the best of the person's dates of birth fits. */
    public void birth(BirthClue.Fit fit) {
        birth = birthKnown && birth.compareTo(fit) < 0 ? birth : fit;
        birthKnown = true;
    }

    public Map<Integer, Candidate> names() {
        return names;
    }

    public boolean has(Clue clue) {
        return clues.containsKey(clue);
    }

    public boolean hasAnyClue() {
        return !clues.isEmpty();
    }

    public Set<Integer> years() {
        return years;
    }

    public BirthClue.Fit birth() {
        return birth;
    }

    public boolean isBirthKnown() {
        return birthKnown;
    }
}
