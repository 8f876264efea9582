package org.vigil.shared;

import java.security.SecureRandom;

/** What a user is told of a fault, and what the log holds it under: short enough to be read out on the telephone. */
public final class FaultReference {

    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FaultReference() {}

    /** A new one, such as "K7QX-2MHB". */
    public static String next() {
        var reference = new StringBuilder();
        for (var letter = 0; letter < 8; letter++) {
            reference.append(letter == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
