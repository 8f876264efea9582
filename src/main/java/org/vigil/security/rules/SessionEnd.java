package org.vigil.security.rules;

/** Why a session ended. */
public enum SessionEnd {
    SIGNED_OUT("out", "Signed out"),
    IDLE("idle", "Session ended: no activity for too long"),
    ABSOLUTE("absolute", "Session ended: it had lasted as long as a session may"),
    CHANGED("changed", "Session ended: the account was changed"),
    DISABLED("disabled", "Session ended: the account was disabled"),
    EXPIRED("expired", "Session ended by the server"),
    STOPPED("stopped", "Session ended: the console stopped");

    private final String code;
    private final String words;

    SessionEnd(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** What the address of the sign-in page says: {@code /login?ended=idle}. */
    public String code() {
        return code;
    }

    /** What the audit log says. */
    public String words() {
        return words;
    }
}
