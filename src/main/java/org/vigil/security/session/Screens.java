package org.vigil.security.session;

import jakarta.servlet.http.HttpSession;
import org.vigil.security.rules.SessionEnd;

/** The open screens of a session, which leave for the sign-in page when it ends. */
public interface Screens {

    /** Sends every open screen of the session to the sign-in page, without waiting for any of them. */
    void leave(HttpSession session, SessionEnd why);
}
