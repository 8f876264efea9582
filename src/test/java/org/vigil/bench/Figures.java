package org.vigil.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Medians, shares, and how figures are written. */
final class Figures {

    private Figures() {}

    static Duration median(List<Duration> runs) {
        return share(runs, 0.5);
    }

    /** The duration that the given share of runs does not exceed. */
    static Duration share(List<Duration> runs, double share) {
        var sorted = runs.stream().sorted().toList();
        return sorted.get((int) Math.max(0, Math.ceil(sorted.size() * share) - 1));
    }

    static String millis(Duration span) {
        return String.format(Locale.UK, "%,d ms", span.toMillis());
    }

    /** With a tenth of a millisecond. */
    static String fine(Duration span) {
        return String.format(Locale.UK, "%,.1f ms", span.toNanos() / 1e6);
    }

    static String seconds(Duration span) {
        return String.format(Locale.UK, "%.2f s", span.toNanos() / 1e9);
    }

    static String rate(double perSecond, String what) {
        return String.format(Locale.UK, "%,.0f %s/s", perSecond, what);
    }

    static String times(double ratio) {
        return String.format(Locale.UK, "%.2f", ratio);
    }

    static double perSecond(long count, Duration span) {
        return count / (span.toNanos() / 1e9);
    }
}
