package org.vigil.security.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.vigil.security.gate.SignInRefused.Why;
import org.vigil.shared.api.ProblemWriter;

/** Tells a caller of the API, as a problem, that it is not let in or may not do that. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    ApiRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Vigil\", charset=\"UTF-8\"");
        if (!(why instanceof SignInRefused refused)) {
            problems.write(request, response, 401, "Not signed in",
                    "Send the username and password of an account with HTTP Basic.");
            return;
        }
        if (refused.waitSeconds() > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.waitSeconds()));
        }
        var status = refused.why() == Why.TOO_MANY ? 429 : 401;
        problems.write(request, response, status, "Not signed in", refused.advice());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        problems.write(request, response, 403, "Refused", "The duties of this account do not allow that.");
    }
}
