package org.vigil.security;

import java.util.HashSet;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Viewer;

/** Finds the viewer in Spring Security's context; where nobody is signed in, the engine inside an {@link EngineScope}. */
@Component
class SecurityViewer implements CurrentViewer {

    private final AreaDirectory areas;

    SecurityViewer(AreaDirectory areas) {
        this.areas = areas;
    }

    @Override
    public Optional<Viewer> find() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof ConsoleUser user) {
            return Optional.of(viewer(user.account(), address(signedIn)));
        }
        return EngineScope.isOpen() ? Optional.of(Viewer.engine()) : Optional.empty();
    }

    private Viewer viewer(Account account, String address) {
        var covered = new HashSet<Long>();
        account.areaIds().forEach(area -> covered.addAll(areas.withDescendants(area)));
        return new Viewer(
                account.id(),
                account.username(),
                account.displayName(),
                account.duties(),
                account.rank(),
                covered,
                address);
    }

    private static String address(Authentication signedIn) {
        return switch (signedIn.getDetails()) {
            case WebAuthenticationDetails web -> web.getRemoteAddress();
            case String address -> address;
            case null, default -> "unknown";
        };
    }
}
