package org.vigil.security.data;

import org.vigil.security.AccountKind;

/** What a password is checked against. */
public record Credential(
        long accountId, String username, String passwordHash, boolean enabled, AccountKind kind, int securityVersion) {}
