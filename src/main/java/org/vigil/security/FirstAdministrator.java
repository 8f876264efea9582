package org.vigil.security;

import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.data.AccountQueries;
import org.vigil.security.data.AccountStore;
import org.vigil.security.rules.PasswordRules;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** Makes the account {@code admin} from VIGIL_ADMIN_PASSWORD while the console has no account at all, and never again. */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final SecurityProperties properties;
    private final AccountQueries accounts;
    private final AccountStore store;
    private final Passwords passwords;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    FirstAdministrator(
            SecurityProperties properties,
            AccountQueries accounts,
            AccountStore store,
            Passwords passwords,
            Transactions transactions,
            AuditLog audit,
            Clock clock) {
        this.properties = properties;
        this.accounts = accounts;
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var password = properties.adminPassword();
        if (password != null && !password.isBlank() && create(password)) {
            LOG.info("The account {} was created with the password of VIGIL_ADMIN_PASSWORD.", USERNAME);
        }
    }

    /**
     * Creates the account unless there is any already; whether it did.
     *
     * @throws IllegalStateException when the password can't be one
     */
    boolean create(String password) {
        PasswordRules.problemWith(password, USERNAME).ifPresent(problem -> {
            throw new IllegalStateException("VIGIL_ADMIN_PASSWORD can't be taken. " + problem);
        });
        try {
            return transactions.call(() -> insert(password));
        } catch (DuplicateKeyException meanwhile) {
            // Another node of the same first start was quicker.
            return false;
        }
    }

    private boolean insert(String password) {
        if (accounts.countAll() > 0) {
            return false;
        }
        var details = new AccountDetails(
                USERNAME, "Administrator", null, null, null, AccountKind.PERSON, Set.of(Duty.ADMIN), Set.of());
        var id = store.insert(details, passwords.hash(password), false, null, clock.instant());
        audit.record(
                Viewer.engine(),
                AuditNote.create(new SubjectRef(SubjectType.ACCOUNT, id, USERNAME), "First administrator created"));
        return true;
    }
}
