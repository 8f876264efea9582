package org.vigil.security.gate;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.vigil.security.ConsoleUser;

/** Signs a person in at the sign-in page. */
@Component
public class ScreenSignIn implements AuthenticationProvider {

    private final CredentialCheck check;

    ScreenSignIn(CredentialCheck check) {
        this.check = check;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var given = Given.of(asked);
        return ConsoleUser.signedIn(
                check.forScreens(given.username(), given.password(), given.address()), given.details());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
