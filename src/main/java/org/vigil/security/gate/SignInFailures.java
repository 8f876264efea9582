package org.vigil.security.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Sends a person whose sign-in failed back to the sign-in page, with the reason and the seconds to wait. */
@Component
public class SignInFailures implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        var to = request.getContextPath() + "/login?failed=";
        response.sendRedirect(
                why instanceof SignInRefused refused
                        ? to + refused.why().code() + (refused.waitSeconds() > 0 ? "&wait=" + refused.waitSeconds() : "")
                        : to + "fault");
    }
}
