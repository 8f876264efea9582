package org.vigil.security;

import org.jspecify.annotations.Nullable;
import org.vigil.shared.Duty;

/**
 * Which accounts an administrator wants to see.
 *
 * @param text part of a display name, username or collar number; empty for all
 */
public record AccountFilter(String text, @Nullable Duty duty, boolean enabledOnly) {

    public static AccountFilter everyone() {
        return new AccountFilter("", null, false);
    }
}
