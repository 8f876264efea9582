package org.vigil.security;

import static org.vigil.shared.OfficerRank.ASSISTANT_CHIEF_CONSTABLE;
import static org.vigil.shared.OfficerRank.CONSTABLE;
import static org.vigil.shared.OfficerRank.INSPECTOR;
import static org.vigil.shared.OfficerRank.SERGEANT;
import static org.vigil.shared.OfficerRank.STAFF;
import static org.vigil.shared.OfficerRank.SUPERINTENDENT;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.db.Transactions;
import org.vigil.security.data.AccountQueries;
import org.vigil.security.data.AccountStore;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;

/** The accounts of a demonstration: one for each duty, with invented names, all with one password. */
@Component
public class DemonstrationAccounts implements SmartInitializingSingleton {

    /** The password that the documentation names; refused where the console can be reached from other machines. */
    public static final String DEFAULT_PASSWORD = "vigil-demo";

    private static final List<Person> PEOPLE = List.of(
            new Person("supervisor", "DS Amara Okafor", "2417", SERGEANT, Duty.SUPERVISOR, Ground.FORCE),
            new Person("specialist", "DC Helen Marsh", "3382", CONSTABLE, Duty.SPECIALIST, Ground.DISTRICT),
            new Person("npt", "PC Tom Bellamy", "4106", CONSTABLE, Duty.NPT, Ground.BEAT),
            new Person("response", "PC Aisha Rahman", "4731", CONSTABLE, Duty.RESPONSE, Ground.DISTRICT),
            new Person("dvds", "Grace Whitlock", "7024", STAFF, Duty.DVDS, Ground.FORCE),
            new Person("decider", "DI Martin Kerr", "1190", INSPECTOR, Duty.DECIDER, Ground.FORCE),
            new Person("calls", "PS Louise Pritchard", "2268", SERGEANT, Duty.CALLS, Ground.FORCE),
            new Person("custody", "PS Daniel Osei", "2095", SERGEANT, Duty.CUSTODY, Ground.FORCE),
            new Person("marac", "Ffion Hughes", "7311", STAFF, Duty.MARAC, Ground.FORCE),
            new Person("court", "Nadia Iqbal", "7158", STAFF, Duty.COURT, Ground.FORCE),
            new Person("author", "DI Karen Doyle", "1243", INSPECTOR, Duty.AUTHOR, Ground.FORCE),
            new Person("commissioner", "Supt Catherine Ashworth", "0418", SUPERINTENDENT, Duty.COMMISSIONER, Ground.FORCE),
            new Person("analyst", "Ben Foster", "7466", STAFF, Duty.ANALYST, Ground.FORCE),
            new Person("leader", "ACC Judith Mbeki", "0007", ASSISTANT_CHIEF_CONSTABLE, Duty.LEADER, Ground.FORCE),
            new Person("auditor", "Simon Hale", "7602", STAFF, Duty.AUDITOR, Ground.FORCE),
            new Person("admin", "Ruth Calloway", "7003", STAFF, Duty.ADMIN, Ground.FORCE),
            new Person("feed", "Command and control feed", null, null, Duty.FEED, Ground.FORCE));

    private final AccountQueries accounts;
    private final AccountStore store;
    private final AreaDirectory areas;
    private final Passwords passwords;
    private final Reach reach;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;
    private final String chosen;

    DemonstrationAccounts(
            AccountQueries accounts,
            AccountStore store,
            AreaDirectory areas,
            Passwords passwords,
            Reach reach,
            Transactions transactions,
            AuditLog audit,
            Clock clock,
            @Value("${vigil.demo.password:" + DEFAULT_PASSWORD + "}") String chosen) {
        this.accounts = accounts;
        this.store = store;
        this.areas = areas;
        this.passwords = passwords;
        this.reach = reach;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.chosen = chosen;
    }

    /**
     * Before the console listens: accounts that are there are given the password that was chosen for them, and where
     * they have the documented one still, nobody but this machine may reach them.
     */
    @Override
    public void afterSingletonsInstantiated() {
        if (!chosen.equals(DEFAULT_PASSWORD)) {
            transactions.run(() -> {
                var passwordOf = new PasswordGiver(chosen);
                accounts.demonstration().forEach(passwordOf::give);
            });
        }
        reach.refuseDefaultPasswordHeld();
    }

    /** @throws IllegalStateException when the password is the default one and the console listens beyond loopback */
    public void refuse(String password) {
        reach.refuseDefaultPasswordOffLoopback(password);
    }

    /** Whether the database holds a demonstration: whatever is made later, its people and calls are invented. */
    public boolean any() {
        return !accounts.demonstration().isEmpty();
    }

    /**
     * Adds the accounts that are missing, signed on duty, and gives those that exist this password. The ground must be
     * there first: some of the accounts are limited to its first district or that district's first beat. An account of
     * the same name that is none of a demonstration stays as it is.
     *
     * @throws IllegalStateException when the password is the default one and the console listens beyond loopback
     */
    public void create(String password) {
        refuse(password);
        transactions.run(() -> {
            var passwordOf = new PasswordGiver(password);
            for (var person : PEOPLE) {
                var existing = accounts.byUsername(person.username());
                if (existing.isEmpty()) {
                    add(person, passwordOf.hash);
                } else if (existing.get().demonstration()) {
                    passwordOf.give(existing.get());
                }
            }
        });
        reach.refuseDefaultPasswordHeld();
    }

    /** Gives accounts one password, each only where it has another; hashes are slow, and most accounts share one. */
    private final class PasswordGiver {

        private final String password;
        private final String hash;
        private final Map<String, Boolean> same = new HashMap<>();

        PasswordGiver(String password) {
            this.password = password;
            hash = passwords.hash(password);
        }

        void give(Account account) {
            var held = accounts.passwordHash(account.id()).orElseThrow();
            if (!same.computeIfAbsent(held, known -> passwords.matches(password, known))) {
                store.setPassword(account.id(), account.version(), hash);
            }
        }
    }

    /** The demonstration accounts that can sign in, in the order of the documentation; empty where there are none. */
    public List<Account> present() {
        var known = accounts.demonstration();
        return PEOPLE.stream()
                .flatMap(person -> known.stream()
                        .filter(account -> account.enabled() && account.username().equals(person.username())))
                .toList();
    }

    private void add(Person person, String hash) {
        var machine = person.duty() == Duty.FEED;
        var details = new AccountDetails(
                person.username(),
                person.name(),
                person.collar(),
                person.rank(),
                machine ? null : person.username() + "@vigil.example",
                machine ? AccountKind.MACHINE : AccountKind.PERSON,
                Set.of(person.duty()),
                ground(person.ground()));
        var now = clock.instant();
        var id = store.insert(details, hash, true, machine ? null : now, now);
        audit.record(AuditNote.create(
                new SubjectRef(SubjectType.ACCOUNT, id, person.username()), "Demonstration account created"));
    }

    private Set<Long> ground(Ground wanted) {
        if (wanted == Ground.FORCE) {
            return Set.of();
        }
        var districts = areas.all().stream()
                .filter(area -> area.active() && area.kind() == AreaKind.DISTRICT)
                .toList();
        if (districts.isEmpty()) {
            return Set.of();
        }
        var district = districts.getFirst();
        if (wanted == Ground.DISTRICT) {
            return Set.of(district.id());
        }
        return areas.all().stream()
                .filter(area -> area.active() && Long.valueOf(district.id()).equals(area.parentId()))
                .findFirst()
                .map(beat -> Set.of(beat.id()))
                .orElseGet(() -> Set.of(district.id()));
    }

    private enum Ground {
        FORCE,
        DISTRICT,
        BEAT
    }

    private record Person(
            String username,
            String name,
            @Nullable String collar,
            @Nullable OfficerRank rank,
            Duty duty,
            Ground ground) {}
}
