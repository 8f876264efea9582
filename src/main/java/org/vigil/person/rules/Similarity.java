package org.vigil.person.rules;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How alike two keys are, by distance, sound and habit. */
final class Similarity {

    /** From the same to different, best first. */
    enum Degree {
        SAME,
        VARIANT,
        CLOSE,
        PART,
        ALIKE,
        DIFFERENT
    }

    private static final JaroWinklerSimilarity WINKLER = new JaroWinklerSimilarity();
    private static final LevenshteinDistance WITHIN_TWO = new LevenshteinDistance(2);
    private static final double ALIKE = 0.88;

    private Similarity() {}

    /** Of two names' parts that are both there. */
    static Degree ofNames(String one, String other) {
        var a = TextKeys.squeezed(one);
        var b = TextKeys.squeezed(other);
        if (a.equals(b)) {
            return Degree.SAME;
        }
        if (NameVariants.shipped().areOneName(one, other)) {
            return Degree.VARIANT;
        }
        var edits = edits(a, b);
        var shorter = Math.min(a.length(), b.length());
        if (edits == 1 && shorter >= 3 || edits == 2 && shorter >= 7) {
            return Degree.CLOSE;
        }
        if (sharesWord(one, other) || isInitial(a, b) || isInitial(b, a)) {
            return Degree.PART;
        }
        if (edits == 2 && shorter >= 4
                || WINKLER.apply(a, b) >= ALIKE
                || shorter >= 3 && Sounds.of(a).equals(Sounds.of(b))) {
            return Degree.ALIKE;
        }
        return Degree.DIFFERENT;
    }

    /** Typing errors between two words, two letters changing places counting once; 3 for more than two. */
    static int edits(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        var distance = WITHIN_TWO.apply(a, b);
        if (distance < 0) {
            return 3;
        }
        return distance == 2 && isOneSwap(a, b) ? 1 : distance;
    }

    private static boolean isOneSwap(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        var at = 0;
        while (at < a.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && a.substring(at + 2).equals(b.substring(at + 2));
    }

    private static boolean sharesWord(String one, String other) {
        if (one.indexOf(' ') < 0 && other.indexOf(' ') < 0) {
            return false;
        }
        var theirs = List.of(other.split(" "));
        for (var word : one.split(" ")) {
            if (word.length() >= 3 && theirs.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInitial(String one, String whole) {
        return one.length() == 1 && whole.length() > 1 && whole.startsWith(one);
    }

    /** What share of two addresses' words are the same or one error apart, from 0 to 1. */
    static double ofLines(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        var whole = LINE_DISTANCE.apply(String.join("", one), String.join("", other));
        var longest = Math.max(String.join("", one).length(), String.join("", other).length());
        var byLetters = 1 - (double) whole / longest;
        var shorter = one.size() <= other.size() ? one : other;
        var longer = new java.util.ArrayList<>(shorter == one ? other : one);
        var met = 0.0;
        var weight = 0.0;
        for (var word : shorter) {
            weight += word.length();
            var found = longer.stream().filter(word::equals).findFirst()
                    .or(() -> longer.stream().filter(theirs -> areAlike(word, theirs)).findFirst());
            if (found.isPresent()) {
                longer.remove(found.get());
                met += word.length();
            }
        }
        return Math.max(byLetters, met / weight);
    }

    private static final LevenshteinDistance LINE_DISTANCE = LevenshteinDistance.getDefaultInstance();

    private static boolean areAlike(String one, String other) {
        var isNumber = one.chars().anyMatch(Character::isDigit) || other.chars().anyMatch(Character::isDigit);
        var shorter = Math.min(one.length(), other.length());
        var edits = edits(one, other);
        return !isNumber && (edits == 1 && shorter >= 3 || edits == 2 && shorter >= 6);
    }
}
