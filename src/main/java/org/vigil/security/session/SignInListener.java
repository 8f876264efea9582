package org.vigil.security.session;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.vigil.security.ConsoleUser;

/** Takes up the session of whoever signs in at the sign-in page, after its id has changed. */
@Component
class SignInListener {

    private final LiveSessions sessions;

    SignInListener(LiveSessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        var signedIn = event.getAuthentication();
        if (signedIn.getPrincipal() instanceof ConsoleUser user
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var address = signedIn.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
            sessions.started(attributes.getRequest().getSession(), user.account(), address);
        }
    }
}
