package org.vigil.security.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigil.security.rules.SessionEnd;

/**
 * Lets no request through on a session that is over, however shortly: it closes the session first, so that the request
 * goes on as that of nobody. A page is sent to the sign-in page instead.
 */
public final class SessionGate extends OncePerRequestFilter {

    private final LiveSessions sessions;

    public SessionGate(LiveSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = LiveSession.of(request.getSession(false));
        var why = session == null ? null : sessions.end(session);
        if (session == null || why == null) {
            chain.doFilter(request, response);
            return;
        }
        session.markEnd(why);
        session.invalidate();
        if (isPage(request) && why != SessionEnd.SIGNED_OUT) {
            response.sendRedirect(request.getContextPath() + "/login?ended=" + why.code());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains("text/html")
                && !request.getRequestURI().equals(request.getContextPath() + "/login")
                && request.getParameter("v-r") == null;
    }
}
