package org.vigil.testkit;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.security.Account;
import org.vigil.security.AccountDetails;
import org.vigil.security.AccountKind;
import org.vigil.security.AccountService;
import org.vigil.security.ConsoleUser;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

/** Real accounts for tests, and work done as one of them. */
public final class Staff {

    /** The password of every account that is made here. */
    public static final String PASSWORD = "correct horse battery";

    private final AccountService accounts;
    private final StaffDirectory directory;

    Staff(AccountService accounts, StaffDirectory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /** The account of this name, made if there is none yet; it covers the whole force. */
    public Account account(String username, Duty... duties) {
        return directory.byUsername(username).orElseGet(() -> make(username, Set.of(), duties));
    }

    /** A new account that covers the whole force. */
    public Account someone(Duty... duties) {
        return make(anyName(), Set.of(), duties);
    }

    /** A new account that is limited to these areas. */
    public Account someoneIn(Set<Long> areas, Duty... duties) {
        return make(anyName(), areas, duties);
    }

    /** Does something as the account. */
    public <T> T as(Account account, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ConsoleUser.signedIn(account, "127.0.0.1"));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public void as(Account account, Runnable work) {
        as(account, () -> {
            work.run();
            return null;
        });
    }

    private Account make(String username, Set<Long> areas, Duty... duties) {
        var machine = Set.of(duties).contains(Duty.FEED);
        var details = new AccountDetails(
                username,
                "Test " + username,
                null,
                machine ? null : OfficerRank.SERGEANT,
                null,
                machine ? AccountKind.MACHINE : AccountKind.PERSON,
                Set.of(duties),
                areas);
        return asNobody(() -> EngineScope.call(() -> accounts.get(accounts.create(details, PASSWORD))));
    }

    /** The console itself makes accounts, whoever the test is signed in as. */
    private static <T> T asNobody(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static String anyName() {
        return "t" + UUID.randomUUID().toString().substring(0, 12);
    }
}
