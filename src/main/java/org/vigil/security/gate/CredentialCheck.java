package org.vigil.security.gate;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.Account;
import org.vigil.security.AccountKind;
import org.vigil.security.Fingerprint;
import org.vigil.security.Passwords;
import org.vigil.security.data.AccountQueries;
import org.vigil.security.data.AccountStore;
import org.vigil.security.data.Credential;
import org.vigil.security.data.LoginFailureStore;
import org.vigil.security.gate.SignInRefused.Why;
import org.vigil.security.rules.LoginDelay;
import org.vigil.security.rules.LoginDelay.Failures;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Checks a username and a password. A right pair is let in at once, whatever went before; a wrong one is counted for
 * its account and address together, and answered with a growing wait.
 */
@Component
class CredentialCheck {

    private static final int ADDRESS_LENGTH = 64;

    private final AccountQueries accounts;
    private final AccountStore store;
    private final LoginFailureStore failures;
    private final Passwords passwords;
    private final RememberedCredentials remembered;
    private final HeldAnswers held;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    CredentialCheck(
            AccountQueries accounts,
            AccountStore store,
            LoginFailureStore failures,
            Passwords passwords,
            RememberedCredentials remembered,
            HeldAnswers held,
            Transactions transactions,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.failures = failures;
        this.passwords = passwords;
        this.remembered = remembered;
        this.held = held;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets a person in to the screens.
     *
     * @throws SignInRefused when the pair is wrong or the account can't be used here
     */
    Account forScreens(String username, String password, String address) {
        var credential = verified(username, password, address, false);
        if (credential.kind() == AccountKind.MACHINE) {
            refused(credential, address, "Sign-in refused: a machine account on the screens");
            throw new SignInRefused(Why.MACHINE, Duration.ZERO);
        }
        return accounts.byId(credential.accountId()).orElseThrow();
    }

    /**
     * Lets an account in to the API for one request; a pair found right is remembered for five minutes.
     *
     * @throws SignInRefused when the pair is wrong or the account is disabled
     */
    Account forApi(String username, String password, String address) {
        return accounts.byId(verified(username, password, address, true).accountId()).orElseThrow();
    }

    private Credential verified(String username, String password, String address, boolean remember) {
        var from = address.length() > ADDRESS_LENGTH ? address.substring(0, ADDRESS_LENGTH) : address;
        var known = accounts.credential(username.strip());
        if (remember
                && known.filter(Credential::enabled)
                        .filter(credential -> remembered.knows(credential, password))
                        .isPresent()) {
            return known.get();
        }
        var name = nameFor(known, username);
        if (!matches(known, password)) {
            throw wrong(known.orElse(null), name, from);
        }
        var credential = known.orElseThrow();
        if (!credential.enabled()) {
            refused(credential, from, "Sign-in refused: the account is disabled");
            throw new SignInRefused(Why.DISABLED, Duration.ZERO);
        }
        welcome(credential, password, from);
        if (remember) {
            remembered.remember(credential, password);
            audit.record(viewer(credential, from), AuditNote.login(ref(credential), "Signed in to the API"));
        }
        return credential;
    }

    private boolean matches(Optional<Credential> known, String password) {
        if (known.isEmpty()) {
            passwords.matchNobody(password);
            return false;
        }
        return passwords.matches(password, known.get().passwordHash());
    }

    private SignInRefused wrong(@Nullable Credential credential, String name, String address) {
        var now = clock.instant();
        var counted = transactions.call(() -> {
            var before = failures.lock(name, address).orElse(null);
            var after = LoginDelay.afterFailure(before, now);
            failures.save(name, address, after);
            return new Counted(before, after);
        });
        if (credential == null) {
            audit.record(
                    nobody(address),
                    AuditNote.refused(
                            new SubjectRef(SubjectType.ACCOUNT, 0, "unknown"), "Sign-in refused: no such account"));
        } else {
            audit.record(nobody(address), AuditNote.refused(ref(credential), "Sign-in refused: wrong password"));
        }
        var isHeld = held.hold(name + "@" + address, LoginDelay.left(counted.before(), now));
        return new SignInRefused(isHeld ? Why.WRONG : Why.TOO_MANY, LoginDelay.left(counted.after(), clock.instant()));
    }

    private record Counted(@Nullable Failures before, Failures after) {}

    private void welcome(Credential credential, String password, String address) {
        var hash = passwords.isOutdated(credential.passwordHash()) ? passwords.hash(password) : null;
        transactions.run(() -> {
            failures.clear(credential.username(), address);
            if (hash != null) {
                store.upgradePassword(credential.accountId(), credential.passwordHash(), hash);
            }
        });
    }

    /** People type passwords into the wrong field: of a username that does not exist only a hint is kept. */
    private static String nameFor(Optional<Credential> known, String typed) {
        return known.map(Credential::username)
                .orElseGet(() -> "~" + Fingerprint.of(typed.strip()).substring(0, 4));
    }

    private void refused(Credential credential, String address, String what) {
        audit.record(viewer(credential, address), AuditNote.refused(ref(credential), what));
    }

    private static Viewer viewer(Credential credential, String address) {
        return new Viewer(
                credential.accountId(), credential.username(), credential.username(), Set.of(), null, Set.of(), address);
    }

    /** Whoever typed a wrong password has not proved to be the account: it is the entry's subject, not its author. */
    private static Viewer nobody(String address) {
        return new Viewer(null, "nobody", "Nobody signed in", Set.of(), null, Set.of(), address);
    }

    private static SubjectRef ref(Credential credential) {
        return new SubjectRef(SubjectType.ACCOUNT, credential.accountId(), credential.username());
    }
}
