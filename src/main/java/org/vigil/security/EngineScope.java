package org.vigil.security;

import java.util.function.Supplier;

/**
 * Work that the console does by itself, on a clock or at start: within the scope, and where nobody is signed in, the
 * current viewer is the engine. Only jobs and start-up code open one.
 */
public final class EngineScope {

    private static final ThreadLocal<Boolean> OPEN = ThreadLocal.withInitial(() -> false);

    private EngineScope() {}

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    public static <T> T call(Supplier<T> work) {
        var outer = OPEN.get();
        OPEN.set(true);
        try {
            return work.get();
        } finally {
            if (outer) {
                OPEN.set(true);
            } else {
                OPEN.remove();
            }
        }
    }

    static boolean isOpen() {
        return OPEN.get();
    }
}
