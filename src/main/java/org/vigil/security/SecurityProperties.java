package org.vigil.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a force sets about signing in.
 *
 * @param adminPassword creates the account {@code admin} on an empty database, once
 * @param behindTls whether browsers reach the console over TLS only; cookies then say so
 */
@ConfigurationProperties("vigil")
public record SecurityProperties(
        @Nullable String adminPassword, @DefaultValue("false") boolean behindTls, @DefaultValue Session session) {

    /**
     * @param idle how long a session lasts without a key or a touch
     * @param absolute how long a session lasts at most
     */
    public record Session(@DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration absolute) {}
}
