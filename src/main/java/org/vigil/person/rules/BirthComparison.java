package org.vigil.person.rules;

import org.vigil.person.BirthDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares claimed dates of birth; of several, the two that fit best count. */
final class BirthComparison {

    /** Days that a person of whom nothing is known may be born on: some sixty years. */
    private static final double DAYS = 22_000;

    private BirthComparison() {}

    static FieldVerdict of(List<BirthDate> mine, List<BirthDate> theirs) {
        return mine.stream()
                .flatMap(one -> theirs.stream().map(other -> of(one, other)))
                .filter(Objects::nonNull)
                .max(java.util.Comparator.comparingDouble(FieldVerdict::bits))
                .orElse(FieldVerdict.missing(Field.BIRTH));
    }

    private static @Nullable FieldVerdict of(BirthDate one, BirthDate other) {
        return one.isFull() && other.isFull() ? full(one, other) : partial(one, other);
    }

    private static FieldVerdict full(BirthDate one, BirthDate other) {
        if (one.equals(other)) {
            return FieldVerdict.same(Field.BIRTH, Weights.bits(0.75, 1 / DAYS));
        }
        var year = Objects.equals(one.year(), other.year());
        var month = Objects.equals(one.month(), other.month());
        var day = Objects.equals(one.day(), other.day());
        if (year && Objects.equals(one.month(), other.day()) && Objects.equals(one.day(), other.month())) {
            return FieldVerdict.close(Field.BIRTH, Weights.bits(0.03, 1 / DAYS));
        }
        var edits = digitsApart(digits(one), digits(other));
        if (edits == 1) {
            return FieldVerdict.close(Field.BIRTH, Weights.bits(0.1, 35 / DAYS));
        }
        if (year && month) {
            return FieldVerdict.close(Field.BIRTH, Weights.bits(0.03, 30 / DAYS));
        }
        if (month && day) {
            return FieldVerdict.close(Field.BIRTH, Weights.bits(0.02, 60 / DAYS));
        }
        if (year && day) {
            return FieldVerdict.close(Field.BIRTH, Weights.bits(0.02, 12 / DAYS));
        }
        if (edits == 2) {
            return FieldVerdict.close(Field.BIRTH, Weights.bits(0.03, 400 / DAYS));
        }
        if (isNear(one, other)) {
            return FieldVerdict.close(Field.BIRTH, Weights.bits(0.02, 75 / DAYS));
        }
        return year ? FieldVerdict.different(Field.BIRTH, -1) : FieldVerdict.different(Field.BIRTH, Weights.bits(0.02, 0.95));
    }

    /** Half remembered: the year, the month and the day are each right or beside what is right. */
    private static boolean isNear(BirthDate one, BirthDate other) {
        var years = Math.abs(Objects.requireNonNull(one.year()) - Objects.requireNonNull(other.year()));
        return (years <= 1 || years == 10)
                && Math.abs(Objects.requireNonNull(one.month()) - Objects.requireNonNull(other.month())) <= 1
                && Math.abs(Objects.requireNonNull(one.day()) - Objects.requireNonNull(other.day())) <= 2;
    }

    private static @Nullable FieldVerdict partial(BirthDate one, BirthDate other) {
        var bits = 0.0;
        var compared = false;
        if (one.year() != null && other.year() != null) {
            compared = true;
            var apart = Math.abs(one.year() - other.year());
            var tolerance = one.estimated() || other.estimated() ? 2 : 0;
            if (apart > tolerance) {
                return apart <= 5 && tolerance > 0 ? null : FieldVerdict.different(Field.BIRTH, -4);
            }
            bits += tolerance > 0 ? Weights.bits(0.9, 5.0 / 60) : Weights.bits(0.9, 1.0 / 60);
        }
        if (one.month() != null && other.month() != null) {
            compared = true;
            bits += one.month().equals(other.month()) ? Weights.bits(0.9, 1.0 / 12) : -2;
        }
        if (one.day() != null && other.day() != null) {
            compared = true;
            bits += one.day().equals(other.day()) ? Weights.bits(0.9, 1.0 / 30) : -2;
        }
        return compared ? FieldVerdict.close(Field.BIRTH, bits) : null;
    }

    private static String digits(BirthDate date) {
        return String.format("%04d%02d%02d", date.year(), date.month(), date.day());
    }

    /** Digits that differ, two neighbours that changed places counting once. */
    private static int digitsApart(String one, String other) {
        var apart = 0;
        for (var i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                apart++;
                if (i + 1 < one.length()
                        && one.charAt(i) == other.charAt(i + 1)
                        && one.charAt(i + 1) == other.charAt(i)) {
                    i++;
                }
            }
        }
        return apart;
    }
}
