package org.vigil.person.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Compares where and how people can be reached. */
final class ContactComparison {

    private static final double SAME_LINE = 0.75;
    private static final double LIKE_LINE = 0.5;

    private final Frequencies shares;

    ContactComparison(Frequencies shares) {
        this.shares = shares;
    }

    FieldVerdict phones(Set<String> mine, Set<String> theirs) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return FieldVerdict.missing(Field.PHONE);
        }
        return mine.stream()
                .filter(theirs::contains)
                .map(phone -> FieldVerdict.same(Field.PHONE, Weights.bits(0.4, shares.phone(phone))))
                .max(Comparator.comparingDouble(FieldVerdict::bits))
                .orElse(FieldVerdict.different(Field.PHONE, -0.5));
    }

    FieldVerdict emails(Set<String> mine, Set<String> theirs) {
        if (mine.isEmpty() || theirs.isEmpty()) {
            return FieldVerdict.missing(Field.EMAIL);
        }
        return mine.stream()
                .flatMap(one -> theirs.stream().map(other -> email(one, other)))
                .max(Comparator.comparingDouble(FieldVerdict::bits))
                .orElseThrow();
    }

    private FieldVerdict email(String one, String other) {
        var share = Math.max(shares.email(one), shares.email(other));
        if (one.equals(other)) {
            return FieldVerdict.same(Field.EMAIL, Weights.bits(0.5, share));
        }
        var oneName = one.substring(0, Math.max(0, one.indexOf('@')));
        var otherName = other.substring(0, Math.max(0, other.indexOf('@')));
        if (Similarity.edits(one, other) <= 2) {
            return FieldVerdict.close(Field.EMAIL, Weights.bits(0.2, 2 * share));
        }
        if (oneName.length() >= 5 && oneName.equals(otherName)) {
            return FieldVerdict.close(Field.EMAIL, Weights.bits(0.1, 0.002));
        }
        return FieldVerdict.different(Field.EMAIL, -1);
    }

    FieldVerdict addresses(List<AddressKey> mine, List<AddressKey> theirs) {
        return mine.stream()
                .flatMap(one -> theirs.stream().map(other -> address(one, other)))
                .max(Comparator.comparingDouble(FieldVerdict::bits))
                .orElse(FieldVerdict.missing(Field.ADDRESS));
    }

    /** The same number in the same street: what is written of the village and the town after it may differ. */
    private static boolean isOneDoor(List<String> one, List<String> other) {
        return one.size() > 1
                && other.size() > 1
                && one.getFirst().chars().anyMatch(Character::isDigit)
                && one.getFirst().equals(other.getFirst())
                && one.get(1).length() > 3
                && Similarity.edits(one.get(1), other.get(1)) <= 1;
    }

    private FieldVerdict address(AddressKey one, AddressKey other) {
        var alike = one.line().isEmpty() || other.line().isEmpty()
                ? -1
                : one.line().equals(other.line()) ? 1 : Similarity.ofLines(one.words(), other.words());
        var edits = one.postcode().isEmpty() || other.postcode().isEmpty()
                ? -1
                : Similarity.edits(one.postcode(), other.postcode());
        var isOneDoor = (edits == 0 || edits == 1) && isOneDoor(one.words(), other.words());
        var lines = isOneDoor ? 1 : alike;
        if (lines < 0 && edits < 0) {
            return FieldVerdict.missing(Field.ADDRESS);
        }
        if (edits == 0) {
            var postcode = Weights.bits(0.6, shares.postcode(one.postcode()));
            return lines >= SAME_LINE
                    ? FieldVerdict.same(Field.ADDRESS, postcode + 4)
                    : lines >= LIKE_LINE
                            ? FieldVerdict.close(Field.ADDRESS, postcode + 2)
                            : FieldVerdict.close(Field.ADDRESS, postcode - (lines < 0 ? 0 : 2));
        }
        if (lines >= LIKE_LINE) {
            var share = Math.max(shares.line(one.line()), shares.line(other.line()));
            var line = lines >= SAME_LINE ? Weights.bits(0.6, share) : Weights.bits(0.2, 10 * share + 0.002);
            return lines >= SAME_LINE && edits != 3
                    ? FieldVerdict.same(Field.ADDRESS, line)
                    : FieldVerdict.close(Field.ADDRESS, line);
        }
        // People move: another address says little.
        return edits == 1
                ? FieldVerdict.close(Field.ADDRESS, 1)
                : FieldVerdict.different(Field.ADDRESS, -1.5);
    }
}
