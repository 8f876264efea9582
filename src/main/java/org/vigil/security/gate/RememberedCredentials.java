package org.vigil.security.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.vigil.security.data.Credential;

/**
 * Credentials that were found right within the last five minutes, so that a machine that calls every second doesn't
 * cost a slow hash each time. Kept as a hash under a key that this process made for itself; forgotten when the
 * account's security version moves.
 */
@Component
class RememberedCredentials {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Known> entries = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    });

    private record Known(long accountId, int securityVersion, Instant until) {}

    RememberedCredentials(Clock clock) {
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    void remember(Credential credential, String password) {
        entries.put(
                fingerprint(credential, password),
                new Known(
                        credential.accountId(),
                        credential.securityVersion(),
                        clock.instant().plus(KEPT)));
    }

    boolean knows(Credential credential, String password) {
        var fingerprint = fingerprint(credential, password);
        var entry = entries.get(fingerprint);
        if (entry == null) {
            return false;
        }
        if (entry.accountId != credential.accountId()
                || entry.securityVersion != credential.securityVersion()
                || !clock.instant().isBefore(entry.until)) {
            entries.remove(fingerprint);
            return false;
        }
        return true;
    }

    private String fingerprint(Credential credential, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, credential.accountId()));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }
}
