package org.vigil.security.gate;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What somebody who wants in gave of themselves. */
record Given(String username, String password, String address, Object details) {

    static Given of(Authentication asked) {
        var details = asked.getDetails();
        var address = details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        return new Given(
                asked.getName(),
                asked.getCredentials() == null ? "" : asked.getCredentials().toString(),
                address == null ? "unknown" : address,
                details == null ? address : details);
    }
}
