package org.vigil.person.search.rules;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
        PHONE_END(10),
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
    private final Set<Integer> twice = new HashSet<>();
    private final Set<Integer> years = new HashSet<>();
    private final Set<Clue> clues = EnumSet.noneOf(Clue.class);
    private final Set<String> records = new LinkedHashSet<>();
    private BirthClue.Fit birth = BirthClue.Fit.NONE;
    private double birthBits;
    private boolean birthKnown;
    private boolean bornThen;

    public Evidence(long person) {
        this.person = person;
    }

    public long person() {
        return person;
    }

    /**
     * One word of the query may mean this word of the person's name; the nearest counts, and no word of the person means
     * two of the query's unless the person bears it twice.
     */
    public void names(int asked, Candidate candidate) {
        var held = candidate.known().id();
        var other = names.entrySet().stream()
                .filter(one -> one.getKey() != asked && one.getValue().known().id() == held)
                .findFirst()
                .orElse(null);
        if (other != null && !twice.contains(held)) {
            if (other.getValue().doubt() <= candidate.doubt()) {
                return;
            }
            names.remove(other.getKey());
        }
        names.merge(asked, candidate, (one, again) -> one.doubt() <= again.doubt() ? one : again);
    }

    /** The person bears this word in both parts of a name: "Ali Ali". */
    public void twice(int word) {
        twice.add(word);
    }

    public void year(int year) {
        if (year != 0) {
            years.add(year);
        }
    }

    public void clue(Clue clue) {
        clues.add(clue);
    }

    /** The person is named in a record that was asked for, such as "call P-2026-1". */
    public void namedIn(String record) {
        clues.add(Clue.REFERENCE);
        records.add(record);
    }

    /** The person was looked up by the day of birth. */
    public void bornThen() {
        bornThen = true;
    }

    /** How one of the person's dates of birth fits; what says most for the person counts. */
    public void birth(BirthClue.Fit fit, double bits) {
        if (!birthKnown || bits > birthBits) {
            birth = fit;
            birthBits = bits;
        }
        birthKnown = true;
    }

    /** Adds what speaks for another record of the same person. */
    public void add(Evidence other) {
        twice.addAll(other.twice);
        other.names.forEach(this::names);
        years.addAll(other.years);
        clues.addAll(other.clues);
        records.addAll(other.records);
        bornThen |= other.bornThen;
        if (other.birthKnown) {
            birth(other.birth, other.birthBits);
        }
    }

    public Map<Integer, Candidate> names() {
        return names;
    }

    public boolean has(Clue clue) {
        return clues.contains(clue);
    }

    public boolean hasAnyClue() {
        return !clues.isEmpty();
    }

    /** Records that were asked for and name the person, in words. */
    public Set<String> records() {
        return records;
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

    public boolean isBornThen() {
        return bornThen;
    }
}
