package org.vigil.audit;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.security.AccountDetails;
import org.vigil.security.AccountKind;
import org.vigil.security.AccountService;
import org.vigil.security.ConsoleUser;
import org.vigil.security.EngineScope;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

/** Somebody new with one duty, signed in on the test's own thread. */
public final class Auditors {

    private Auditors() {}

    /** Answers the user name. */
    public static String signIn(AccountService accounts, Duty duty) {
        var username = duty.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID().toString().substring(0, 8);
        SecurityContextHolder.clearContext();
        var machine = duty == Duty.FEED;
        var details = new AccountDetails(
                username,
                "A tester",
                null,
                machine ? null : OfficerRank.SERGEANT,
                null,
                machine ? AccountKind.MACHINE : AccountKind.PERSON,
                Set.of(duty),
                Set.of());
        var account = EngineScope.call(() -> accounts.get(accounts.create(details, "correct horse battery")));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ConsoleUser.signedIn(account, "192.0.2.1"));
        SecurityContextHolder.setContext(context);
        return username;
    }
}
