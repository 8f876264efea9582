package org.vigil.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and checks passwords with the encoder that Spring Security recommends. */
@Component
public class Passwords {

    private static final int SECRET_BYTES = 24;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SecureRandom random = new SecureRandom();
    private final String nobodysHash = unusableHash();

    /** The hash to store of a password. */
    public String hash(String password) {
        return encoder.encode(password);
    }

    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Whether the hash was made in a way that is no longer the recommended one. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Takes as long as a real check, so that the time of an answer doesn't say whether an account exists. */
    public void matchNobody(String password) {
        encoder.matches(password, nobodysHash);
    }

    /** A secret of 192 random bits, for a machine or a link; safe in an address. */
    public String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a password that nobody knows. */
    String unusableHash() {
        return hash(newSecret());
    }
}
