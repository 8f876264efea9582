package org.vigil.security;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigil.audit.Action;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.data.AccountQueries;
import org.vigil.security.data.AccountStore;
import org.vigil.security.rules.AccountRules;
import org.vigil.security.rules.PasswordRules;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Duty;
import org.vigil.shared.InvalidInputException;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** Accounts in the hands of an administrator. Every change is audited; one that takes rights away ends sessions. */
@Service
@Requires(Duty.ADMIN)
public class AccountService {

    private final AccountQueries accounts;
    private final AccountStore store;
    private final Passwords passwords;
    private final Transactions transactions;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final AreaDirectory areas;
    private final Clock clock;

    AccountService(
            AccountQueries accounts,
            AccountStore store,
            Passwords passwords,
            Transactions transactions,
            CurrentViewer viewer,
            AuditLog audit,
            AreaDirectory areas,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.viewer = viewer;
        this.audit = audit;
        this.areas = areas;
        this.clock = clock;
    }

    /** A page of accounts by display name. */
    public List<Account> page(AccountFilter filter, int offset, int limit) {
        return accounts.page(filter, offset, limit);
    }

    public int count(AccountFilter filter) {
        return accounts.count(filter);
    }

    /** @throws InvalidInputException when there is no such account */
    public Account get(long id) {
        return accounts.byId(id).orElseThrow(() -> new InvalidInputException("Account", "There is no such account."));
    }

    /**
     * Adds an account and answers its key. Without a password nobody can sign in with it until one is set.
     *
     * @throws InvalidInputException when something entered can't be taken
     */
    public long create(AccountDetails entered, @Nullable String password) {
        var details = checked(entered);
        if (password != null) {
            requirePassword(password, details.username());
        }
        var hash = password == null ? passwords.unusableHash() : passwords.hash(password);
        return transactions.call(() -> {
            if (accounts.byUsername(details.username()).isPresent()) {
                throw new InvalidInputException("Username", "There is already an account with this username.");
            }
            var id = store.insert(details, hash, false, null, clock.instant());
            audit.record(withDetails(AuditNote.create(ref(id, details.username()), "Account created"), null, details));
            return id;
        });
    }

    /**
     * Changes what is entered of an account; its username stays.
     *
     * @throws InvalidInputException when something entered can't be taken, or would leave the console without an
     *     administrator
     * @throws ChangedMeanwhileException when the account is no longer at this version
     */
    public void change(long id, int version, AccountDetails entered) {
        transactions.run(() -> {
            var before = current(id, version);
            var details = checked(named(entered, before.username()));
            keepAnAdministrator(before, before.enabled() && details.duties().contains(Duty.ADMIN));
            var rightsMoved = !before.duties().equals(details.duties())
                    || !before.areaIds().equals(details.areaIds())
                    || before.kind() != details.kind()
                    || before.rank() != details.rank();
            store.update(id, version, details, rightsMoved);
            audit.record(withDetails(
                    AuditNote.change(ref(id, before.username()), "Account changed"),
                    AccountDetails.of(before),
                    details));
        });
    }

    /** Takes the account out of use: its sessions end within seconds, and it is off duty. */
    public void disable(long id, int version) {
        transactions.run(() -> {
            var before = current(id, version);
            keepAnAdministrator(before, false);
            store.setEnabled(id, version, false);
            audit.record(AuditNote.change(ref(id, before.username()), "Account disabled")
                    .withField("enabled", before.enabled(), false));
        });
    }

    public void enable(long id, int version) {
        transactions.run(() -> {
            var before = current(id, version);
            store.setEnabled(id, version, true);
            audit.record(AuditNote.change(ref(id, before.username()), "Account enabled")
                    .withField("enabled", before.enabled(), true));
        });
    }

    /** Sets a person's password; the account's sessions and remembered credentials end. */
    public void setPassword(long id, int version, String password) {
        var account = get(id);
        if (account.kind() == AccountKind.MACHINE) {
            throw new InvalidInputException("Password", "A machine account gets a secret that the console makes.");
        }
        requirePassword(password, account.username());
        replacePassword(id, version, passwords.hash(password), "Password set by an administrator");
    }

    /** Makes a new secret for a machine account and answers it; nobody can read it again. */
    public String newMachineSecret(long id, int version) {
        if (get(id).kind() != AccountKind.MACHINE) {
            throw new InvalidInputException("Secret", "Only a machine account has a secret.");
        }
        var secret = passwords.newSecret();
        replacePassword(id, version, passwords.hash(secret), "New secret made");
        return secret;
    }

    private void replacePassword(long id, int version, String hash, String what) {
        transactions.run(() -> {
            var before = current(id, version);
            store.setPassword(id, version, hash);
            audit.record(AuditNote.of(Action.CHANGE, ref(id, before.username()), what));
        });
    }

    private Account current(long id, int version) {
        var account = get(id);
        if (account.version() != version) {
            throw new ChangedMeanwhileException("The account");
        }
        return account;
    }

    private void keepAnAdministrator(Account account, boolean staysEnabledAdmin) {
        var acting = viewer.find().map(known -> known.accountId()).orElse(null);
        AccountRules.problemWithLosingAdmin(account, staysEnabledAdmin, acting, store.lockEnabledAdministrators())
                .ifPresent(problem -> {
                    throw new InvalidInputException("Duties", problem);
                });
    }

    private AccountDetails checked(AccountDetails entered) {
        var tidy = new AccountDetails(
                entered.username().strip(),
                entered.displayName().strip(),
                blankToNull(entered.collarNumber()),
                entered.rank(),
                blankToNull(entered.email()),
                entered.kind(),
                entered.duties(),
                entered.areaIds());
        AccountRules.problemWith(tidy).ifPresent(problem -> {
            throw new InvalidInputException(problem.field(), problem.text());
        });
        for (var area : tidy.areaIds()) {
            if (areas.byId(area).filter(Area::active).isEmpty()) {
                throw new InvalidInputException("Areas", areas.pathName(area) + " is not an area in use.");
            }
        }
        return tidy;
    }

    private static void requirePassword(String password, String username) {
        PasswordRules.problemWith(password, username).ifPresent(problem -> {
            throw new InvalidInputException("Password", problem);
        });
    }

    private AuditNote withDetails(AuditNote note, @Nullable AccountDetails before, AccountDetails after) {
        return note.withField("username", of(before, AccountDetails::username), after.username())
                .withField("name", of(before, AccountDetails::displayName), after.displayName())
                .withField("collarNumber", of(before, AccountDetails::collarNumber), after.collarNumber())
                .withField("rank", of(before, AccountDetails::rank), after.rank())
                .withField("email", of(before, AccountDetails::email), after.email())
                .withField("kind", of(before, AccountDetails::kind), after.kind())
                .withField("duties", of(before, AccountService::duties), duties(after))
                .withField("areas", of(before, this::areaNames), areaNames(after));
    }

    private static @Nullable Object of(
            @Nullable AccountDetails details, Function<AccountDetails, @Nullable Object> field) {
        return details == null ? null : field.apply(details);
    }

    private static String duties(AccountDetails details) {
        return String.join(", ", details.duties().stream().map(Duty::name).sorted().toList());
    }

    private String areaNames(AccountDetails details) {
        return details.areaIds().isEmpty()
                ? "whole force"
                : String.join(
                        ", ", details.areaIds().stream().map(areas::pathName).sorted().toList());
    }

    private static AccountDetails named(AccountDetails entered, String username) {
        return Objects.equals(entered.username(), username)
                ? entered
                : new AccountDetails(
                        username,
                        entered.displayName(),
                        entered.collarNumber(),
                        entered.rank(),
                        entered.email(),
                        entered.kind(),
                        entered.duties(),
                        entered.areaIds());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static SubjectRef ref(long id, String username) {
        return new SubjectRef(SubjectType.ACCOUNT, id, username);
    }
}
