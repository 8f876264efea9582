package org.vigil.security.rules;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a password must be: long, and not the username. No composition rules and no forced change (NCSC, ASVS 6.2). */
public final class PasswordRules {

    public static final int SHORTEST = 12;

    /** Longer ones are refused rather than cut: bcrypt reads 72 bytes and no more. */
    public static final int LONGEST_BYTES = 72;

    private PasswordRules() {}

    public static Optional<String> problemWith(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("Use at least " + SHORTEST + " characters. Three random words do well.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("Use at most " + LONGEST_BYTES + " characters.");
        }
        if (password.toLowerCase(Locale.ROOT).strip().equals(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("The password must not be the username.");
        }
        return password.codePoints().distinct().count() < 4
                ? Optional.of("This repeats too few characters. Three random words do well.")
                : Optional.empty();
    }
}
