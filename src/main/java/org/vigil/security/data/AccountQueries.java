package org.vigil.security.data;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rollup;
import static org.jooq.impl.DSL.selectOne;
import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.ACCOUNT_AREA;
import static org.vigil.db.generated.Tables.ACCOUNT_DUTY;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.security.Account;
import org.vigil.security.AccountFilter;
import org.vigil.security.AccountKind;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

/** Reads accounts with their duties and areas. */
@Component
public class AccountQueries {

    private final DSLContext db;

    AccountQueries(DSLContext db) {
        this.db = db;
    }

    public Optional<Account> byId(long id) {
        return accounts(ACCOUNT.ID.eq(id)).stream().findFirst();
    }

    public Optional<Account> byUsername(String username) {
        return accounts(ACCOUNT.USERNAME.eq(username)).stream().findFirst();
    }

    /** The stored hash of the account's password. */
    public Optional<String> passwordHash(long id) {
        return db.select(ACCOUNT.PASSWORD_HASH).from(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(ACCOUNT.PASSWORD_HASH);
    }

    /** What a password for this username is checked against; one query, whether there is such an account or not. */
    public Optional<Credential> credential(String username) {
        return db.selectFrom(ACCOUNT)
                .where(ACCOUNT.USERNAME.eq(username))
                .fetchOptional(row -> new Credential(
                        row.getId(),
                        row.getUsername(),
                        row.getPasswordHash(),
                        row.getEnabled(),
                        AccountKind.valueOf(row.getKind()),
                        row.getSecurityVersion()));
    }

    /** A page of accounts by display name. */
    public List<Account> page(AccountFilter filter, int offset, int limit) {
        return withDutiesAndAreas(db.selectFrom(ACCOUNT)
                .where(matching(filter))
                .orderBy(ACCOUNT.DISPLAY_NAME, ACCOUNT.ID)
                .limit(limit)
                .offset(offset)
                .fetch());
    }

    public int count(AccountFilter filter) {
        return db.fetchCount(ACCOUNT, matching(filter));
    }

    public int countAll() {
        return db.fetchCount(ACCOUNT);
    }

    public List<Account> demonstration() {
        return accounts(ACCOUNT.DEMONSTRATION.isTrue());
    }

    /** Enabled accounts with the duty; those of them on duty alone where that is asked for. */
    public List<Account> withDuty(Duty duty, boolean signedOnOnly) {
        return accounts(ACCOUNT.ENABLED.isTrue()
                .and(signedOnOnly ? ACCOUNT.SIGNED_ON_SINCE.isNotNull() : noCondition())
                .and(holds(duty)));
    }

    /**
     * Who is on duty, counted by duty; the entry without a duty counts everybody once, however many duties they hold.
     *
     * @param areas those who cover one of these, or the whole force; empty counts everybody
     */
    public Map<Optional<Duty>, Integer> countSignedOn(Collection<Duty> duties, Collection<Long> areas) {
        var own = ACCOUNT_AREA.ACCOUNT_ID.eq(ACCOUNT.ID);
        var coversArea = areas.isEmpty()
                ? noCondition()
                : notExists(selectOne().from(ACCOUNT_AREA).where(own))
                        .or(exists(selectOne().from(ACCOUNT_AREA).where(own).and(ACCOUNT_AREA.AREA_ID.in(areas))));
        return db.select(ACCOUNT_DUTY.DUTY, countDistinct(ACCOUNT.ID))
                .from(ACCOUNT)
                .join(ACCOUNT_DUTY)
                .on(ACCOUNT_DUTY.ACCOUNT_ID.eq(ACCOUNT.ID))
                .where(ACCOUNT.ENABLED.isTrue())
                .and(ACCOUNT.SIGNED_ON_SINCE.isNotNull())
                .and(ACCOUNT_DUTY.DUTY.in(duties.stream().map(Duty::name).toList()))
                .and(coversArea)
                .groupBy(rollup(ACCOUNT_DUTY.DUTY))
                .fetchMap(row -> Optional.ofNullable(row.value1()).map(Duty::valueOf), row -> row.value2());
    }

    /** Enabled people, whatever their duty. */
    public List<Account> enabledPeople() {
        return accounts(ACCOUNT.ENABLED.isTrue().and(ACCOUNT.KIND.eq(AccountKind.PERSON.name())));
    }

    /** Where the security version of each account stands, for those that are enabled. */
    public Map<Long, Integer> securityVersions(Collection<Long> ids) {
        return db.select(ACCOUNT.ID, ACCOUNT.SECURITY_VERSION)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(ids))
                .and(ACCOUNT.ENABLED)
                .fetchMap(ACCOUNT.ID, ACCOUNT.SECURITY_VERSION);
    }

    private Condition matching(AccountFilter filter) {
        var text = filter.text().strip();
        return (filter.enabledOnly() ? ACCOUNT.ENABLED.isTrue() : noCondition())
                .and(filter.duty() == null ? noCondition() : holds(filter.duty()))
                .and(
                        text.isEmpty()
                                ? noCondition()
                                : ACCOUNT.DISPLAY_NAME
                                        .containsIgnoreCase(text)
                                        .or(ACCOUNT.USERNAME.containsIgnoreCase(text))
                                        .or(ACCOUNT.COLLAR_NUMBER.containsIgnoreCase(text)));
    }

    private static Condition holds(Duty duty) {
        return exists(selectOne()
                .from(ACCOUNT_DUTY)
                .where(ACCOUNT_DUTY.ACCOUNT_ID.eq(ACCOUNT.ID))
                .and(ACCOUNT_DUTY.DUTY.eq(duty.name())));
    }

    private List<Account> accounts(Condition condition) {
        return withDutiesAndAreas(db.selectFrom(ACCOUNT)
                .where(condition)
                .orderBy(ACCOUNT.DISPLAY_NAME, ACCOUNT.ID)
                .fetch());
    }

    private List<Account> withDutiesAndAreas(List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(row -> row.get(ACCOUNT.ID)).toList();
        var duties = db
                .select(ACCOUNT_DUTY.ACCOUNT_ID, ACCOUNT_DUTY.DUTY)
                .from(ACCOUNT_DUTY)
                .where(ACCOUNT_DUTY.ACCOUNT_ID.in(ids))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(), mapping(row -> Duty.valueOf(row.value2()), toSet())));
        var areas = db.selectFrom(ACCOUNT_AREA).where(ACCOUNT_AREA.ACCOUNT_ID.in(ids)).fetch().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(ACCOUNT_AREA.ACCOUNT_ID),
                        mapping(row -> row.get(ACCOUNT_AREA.AREA_ID), toSet())));
        return rows.stream()
                .map(row -> account(
                        row,
                        duties.getOrDefault(row.get(ACCOUNT.ID), Set.of()),
                        areas.getOrDefault(row.get(ACCOUNT.ID), Set.of())))
                .toList();
    }

    private static Account account(Record row, Set<Duty> duties, Set<Long> areas) {
        return new Account(
                row.get(ACCOUNT.ID),
                row.get(ACCOUNT.USERNAME),
                row.get(ACCOUNT.DISPLAY_NAME),
                row.get(ACCOUNT.COLLAR_NUMBER),
                rank(row.get(ACCOUNT.OFFICER_RANK)),
                row.get(ACCOUNT.EMAIL),
                AccountKind.valueOf(row.get(ACCOUNT.KIND)),
                row.get(ACCOUNT.DEMONSTRATION),
                row.get(ACCOUNT.ENABLED),
                duties,
                areas,
                row.get(ACCOUNT.SIGNED_ON_SINCE),
                row.get(ACCOUNT.ALERT_SOUND),
                row.get(ACCOUNT.ALERT_TITLE_COUNT),
                row.get(ACCOUNT.SECURITY_VERSION),
                row.get(ACCOUNT.VERSION));
    }

    private static @Nullable OfficerRank rank(@Nullable String name) {
        return name == null ? null : OfficerRank.valueOf(name);
    }
}
