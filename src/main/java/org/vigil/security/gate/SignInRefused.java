package org.vigil.security.gate;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was refused, and how long to wait before the next try. */
final class SignInRefused extends AuthenticationException {

    /** Why; the code stands in the address of the sign-in page. */
    enum Why {
        WRONG("wrong", "The username or the password is wrong."),
        DISABLED("disabled", "This account has been disabled. Ask an administrator."),
        MACHINE("machine", "This account is for machines: it can use the API only."),
        TOO_MANY("many", "Too many wrong passwords at once.");

        private final String code;
        private final String words;

        Why(String code, String words) {
            this.code = code;
            this.words = words;
        }

        String code() {
            return code;
        }
    }

    private final Why why;
    private final long waitSeconds;

    SignInRefused(Why why, Duration wait) {
        super(why.words);
        this.why = why;
        waitSeconds = (wait.toMillis() + 999) / 1000;
    }

    Why why() {
        return why;
    }

    /** Whole seconds, rounded up; 0 where there is nothing to wait for. */
    long waitSeconds() {
        return waitSeconds;
    }

    /** What happened and how long to wait, for a person. */
    String advice() {
        return waitSeconds == 0
                ? getMessage()
                : getMessage() + " Wait " + waitSeconds + (waitSeconds == 1 ? " second" : " seconds")
                        + " before you try again.";
    }
}
