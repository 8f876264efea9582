package org.vigil.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.security.data.AccountQueries;
import org.vigil.security.data.SessionQueries;
import org.vigil.shared.Duty;

/** Who works here and who is on duty; for other modules, which ask on the console's own behalf. */
@Component
public class StaffDirectory {

    private final AccountQueries accounts;
    private final SessionQueries sessions;
    private final AreaDirectory areas;

    StaffDirectory(AccountQueries accounts, SessionQueries sessions, AreaDirectory areas) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.areas = areas;
    }

    /**
     * Those on duty who hold the duty and cover the area, by name.
     *
     * @param areaId null asks for those who cover anything at all
     */
    public List<OnDuty> signedOn(Duty duty, @Nullable Long areaId) {
        return accounts.withDuty(duty, true).stream()
                .filter(account -> covers(account, areaId))
                .map(account -> new OnDuty(
                        account.id(),
                        account.displayName(),
                        account.collarNumber(),
                        account.rank(),
                        account.duties(),
                        account.areaIds(),
                        account.signedOnSince()))
                .toList();
    }

    /**
     * How many are on duty, by duty; the entry without a duty counts each person once.
     *
     * @param areaIds those who cover one of these areas, the areas that they lie in, or the whole force; empty counts all
     */
    public Map<Optional<Duty>, Integer> countSignedOn(Collection<Duty> duties, Set<Long> areaIds) {
        var covering = areaIds.stream()
                .flatMap(id -> areas.withAncestors(id).stream())
                .collect(Collectors.toSet());
        return accounts.countSignedOn(duties, covering);
    }

    /** Whether any of these accounts has the console open on any node. */
    public boolean hasLiveSession(Collection<Long> accountIds) {
        return !accountIds.isEmpty() && sessions.anyLive(accountIds);
    }

    public Optional<Account> byId(long id) {
        return accounts.byId(id);
    }

    public Optional<Account> byUsername(String username) {
        return accounts.byUsername(username);
    }

    /** The people whom work of this area can be given to, by name; null asks for everybody. */
    public List<Account> assignable(@Nullable Long areaId) {
        return accounts.enabledPeople().stream()
                .filter(account -> covers(account, areaId))
                .toList();
    }

    private boolean covers(Account account, @Nullable Long areaId) {
        return areaId == null
                || account.areaIds().isEmpty()
                || account.areaIds().stream()
                        .anyMatch(own -> areas.withDescendants(own).contains(areaId));
    }
}
