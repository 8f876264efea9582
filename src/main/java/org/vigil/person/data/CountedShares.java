package org.vigil.person.data;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.vigil.person.rules.Frequencies;

/**
 * How common values are, from counts. While few people are held the counts say little, and what is usual in the country
 * weighs as much as some hundred people would.
 */
final class CountedShares implements Frequencies {

    private static final double USUAL_WEIGHS = 300;

    private final MatchReads counts;
    private final long people;
    private final Map<String, Integer> known = new HashMap<>();

    CountedShares(MatchReads counts) {
        this.counts = counts;
        people = counts.people();
    }

    @Override
    public double given(String key) {
        return share(count("g", key, counts::given), 1.0 / 1000);
    }

    @Override
    public double family(String key) {
        return share(count("f", key, counts::family), 1.0 / 1500);
    }

    @Override
    public double postcode(String key) {
        return share(count("p", key, counts::postcode), 1.0 / 3000);
    }

    @Override
    public double line(String key) {
        return share(count("l", key, counts::line), 1.0 / 3000);
    }

    @Override
    public double phone(String digits) {
        return personal(count("t", digits, counts::phone));
    }

    @Override
    public double email(String key) {
        return personal(count("e", key, counts::email));
    }

    @Override
    public long people() {
        return people;
    }

    private double share(int count, double usual) {
        return (count + USUAL_WEIGHS * usual) / (people + USUAL_WEIGHS);
    }

    /** A number or an address of one's own: only others who have it too make it common. */
    private double personal(int count) {
        return Math.max(1.0 / 20_000, (count - 1) / (people + USUAL_WEIGHS));
    }

    private int count(String kind, String key, ToIntFunction<String> counter) {
        return known.computeIfAbsent(kind + key, all -> counter.applyAsInt(key));
    }
}
