package org.vigil.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes the mistakes that fingers make: a wrong letter, one missing, one too many, two swapped. */
final class Slips {

    private static final Map<Character, String> BESIDE = Map.ofEntries(
            Map.entry('q', "wa"), Map.entry('w', "qes"), Map.entry('e', "wrd"), Map.entry('r', "etf"),
            Map.entry('t', "ryg"), Map.entry('y', "tuh"), Map.entry('u', "yij"), Map.entry('i', "uok"),
            Map.entry('o', "ipl"), Map.entry('p', "ol"), Map.entry('a', "qsz"), Map.entry('s', "adwx"),
            Map.entry('d', "sfec"), Map.entry('f', "dgrv"), Map.entry('g', "fhtb"), Map.entry('h', "gjyn"),
            Map.entry('j', "hkum"), Map.entry('k', "jlim"), Map.entry('l', "kop"), Map.entry('z', "asx"),
            Map.entry('x', "zsc"), Map.entry('c', "xdv"), Map.entry('v', "cfb"), Map.entry('b', "vgn"),
            Map.entry('n', "bhm"), Map.entry('m', "njk"));

    private final Random chance;

    Slips(Random chance) {
        this.chance = chance;
    }

    /**
     * The words with so many slips, anywhere in their letters; a word of three letters or fewer gets one at most, because
     * with two it could be any.
     */
    List<String> in(List<String> words, int slips) {
        while (true) {
            var changed = new ArrayList<>(words);
            var count = new int[words.size()];
            for (var slip = 0; slip < slips; slip++) {
                var at = word(changed, count);
                changed.set(at, slip(changed.get(at)));
                count[at]++;
            }
            var isFair = true;
            for (var at = 0; at < words.size(); at++) {
                isFair &= count[at] == 0 || !changed.get(at).equals(words.get(at));
            }
            if (isFair) {
                return changed;
            }
        }
    }

    private int word(List<String> words, int[] count) {
        while (true) {
            var letter = chance.nextInt(words.stream().mapToInt(String::length).sum());
            for (var at = 0; at < words.size(); at++) {
                letter -= words.get(at).length();
                if (letter < 0) {
                    if (words.get(at).length() > 3 || count[at] == 0) {
                        return at;
                    }
                    break;
                }
            }
        }
    }

    private String slip(String word) {
        var at = chance.nextInt(word.length());
        return switch (chance.nextInt(20)) {
            case 0, 1, 2, 3 -> word.substring(0, at) + beside(word.charAt(at)) + word.substring(at + 1);
            case 4, 5, 6 -> word.substring(0, at) + any() + word.substring(at + 1);
            case 7, 8, 9, 10, 11 -> word.substring(0, at) + word.substring(at + 1);
            case 12, 13 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 14, 15 -> word.substring(0, at) + any() + word.substring(at);
            default -> swapped(word, Math.min(at, word.length() - 2));
        };
    }

    private static String swapped(String word, int at) {
        return at < 0 ? word : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private char beside(char letter) {
        var keys = BESIDE.getOrDefault(Character.toLowerCase(letter), "e");
        return keys.charAt(chance.nextInt(keys.length()));
    }

    private char any() {
        return (char) ('a' + chance.nextInt(26));
    }
}
