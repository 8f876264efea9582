package org.vigil.testkit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContextFactory;
import org.vigil.security.ConsoleUser;
import org.vigil.shared.Duty;

final class SignedInFactory implements WithSecurityContextFactory<SignedIn> {

    private final Staff staff;

    SignedInFactory(Staff staff) {
        this.staff = staff;
    }

    @Override
    public SecurityContext createSecurityContext(SignedIn wanted) {
        var duties = List.of(wanted.value());
        var username = "test-"
                + duties.stream().map(duty -> duty.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining("-"));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                ConsoleUser.signedIn(staff.account(username, duties.toArray(Duty[]::new)), "127.0.0.1"));
        return context;
    }
}
