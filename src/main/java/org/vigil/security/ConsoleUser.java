package org.vigil.security;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Whom Spring Security knows as signed in.
 *
 * @param account as it stood at sign-in; a change of its duties, areas or password ends the session
 */
public record ConsoleUser(Account account) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return account.username();
    }

    /**
     * A finished sign-in, with a role for each duty.
     *
     * @param details where the request came from: a {@code WebAuthenticationDetails}, or the address as text
     */
    public static Authentication signedIn(Account account, Object details) {
        var roles = account.duties().stream()
                .map(duty -> new SimpleGrantedAuthority("ROLE_" + duty.role()))
                .toList();
        var token = UsernamePasswordAuthenticationToken.authenticated(
                new ConsoleUser(account), null, List.copyOf(roles));
        token.setDetails(details);
        return token;
    }
}
