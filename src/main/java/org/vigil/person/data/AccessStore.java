package org.vigil.person.data;

import static org.vigil.db.generated.Tables.PERSON;
import static org.vigil.db.generated.Tables.PERSON_ACCESS;
import static org.vigil.db.generated.Tables.PERSON_ACCESS_GRANT;
import static org.vigil.db.generated.Tables.PERSON_ACCOUNT;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.person.PersonCore.Limits;
import org.vigil.person.Restriction;
import org.vigil.shared.Viewer;

/** Who may see a record that is not open to all, and for how long. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccessStore {

    private final DSLContext sql;

    AccessStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Sets how far a person is open; what had been limited of the records merged into them follows. False where somebody
     * changed the record since that version.
     */
    public boolean limit(long survivor, int version, Limits limits, long by, Instant now) {
        var changed = sql.update(PERSON)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.ID.eq(survivor))
                .and(PERSON.VERSION.eq(version))
                .execute();
        if (changed == 0) {
            return false;
        }
        sql.update(PERSON)
                .set(PERSON.RESTRICTION, limits.restriction().name())
                .set(PERSON.RESTRICTION_REASON, limits.reason())
                .set(PERSON.RESTRICTION_DUTY, limits.ownerDuty() == null ? null : limits.ownerDuty().name())
                .set(PERSON.RESTRICTION_ACCOUNT, limits.ownerAccount())
                .set(PERSON.RESTRICTED_AT, now)
                .set(PERSON.RESTRICTED_BY, by)
                .where(PERSON.ID.eq(survivor)
                        .or(PERSON.SURVIVOR_ID.eq(survivor).and(PERSON.RESTRICTION.ne(Restriction.OPEN.name()))))
                .execute();
        return true;
    }

    /**
     * Restricts a record that parts from another as that one is, with those who may see it, where it was restricted while
     * both were one and the parting one is laxer.
     *
     * @return whether it had to be
     */
    public boolean carry(long from, long parting, Instant since) {
        var rows = sql.selectFrom(PERSON).where(PERSON.ID.in(from, parting)).fetchMap(PERSON.ID);
        var source = Objects.requireNonNull(rows.get(from));
        var target = Objects.requireNonNull(rows.get(parting));
        var at = source.getRestrictedAt();
        if (at == null
                || !at.isAfter(since)
                || PersonReads.limits(source).restriction().compareTo(PersonReads.limits(target).restriction()) <= 0) {
            return false;
        }
        sql.update(PERSON)
                .set(PERSON.RESTRICTION, source.getRestriction())
                .set(PERSON.RESTRICTION_REASON, source.getRestrictionReason())
                .set(PERSON.RESTRICTION_DUTY, source.getRestrictionDuty())
                .set(PERSON.RESTRICTION_ACCOUNT, source.getRestrictionAccount())
                .set(PERSON.RESTRICTED_AT, at)
                .set(PERSON.RESTRICTED_BY, source.getRestrictedBy())
                .where(PERSON.ID.eq(parting))
                .execute();
        sql.selectFrom(PERSON_ACCESS)
                .where(PERSON_ACCESS.PERSON_ID.eq(from))
                .forEach(row -> give(parting, row.getAccountId(), row.getReason(), row.getGivenBy(), row.getGivenAt()));
        return true;
    }

    public void give(long record, long account, String reason, long by, Instant now) {
        sql.insertInto(PERSON_ACCESS)
                .set(PERSON_ACCESS.PERSON_ID, record)
                .set(PERSON_ACCESS.ACCOUNT_ID, account)
                .set(PERSON_ACCESS.REASON, reason)
                .set(PERSON_ACCESS.GIVEN_AT, now)
                .set(PERSON_ACCESS.GIVEN_BY, by)
                .onDuplicateKeyUpdate()
                .set(PERSON_ACCESS.REASON, reason)
                .set(PERSON_ACCESS.GIVEN_AT, now)
                .set(PERSON_ACCESS.GIVEN_BY, by)
                .execute();
    }

    /** Takes an account off the lists of all these records; false where it stood on none. */
    public boolean take(Collection<Long> records, long account) {
        return sql.deleteFrom(PERSON_ACCESS)
                        .where(PERSON_ACCESS.PERSON_ID.in(records))
                        .and(PERSON_ACCESS.ACCOUNT_ID.eq(account))
                        .execute()
                > 0;
    }

    /** Ends broken glass that still holds; false where it has ended. */
    public boolean close(long grant, Instant now) {
        return sql.update(PERSON_ACCESS_GRANT)
                        .set(PERSON_ACCESS_GRANT.ENDS_AT, now)
                        .where(PERSON_ACCESS_GRANT.ID.eq(grant))
                        .and(PERSON_ACCESS_GRANT.ENDS_AT.gt(now))
                        .execute()
                == 1;
    }

    /** Opens a restricted record to an account until an instant. */
    public long grant(long record, long account, String reason, Instant now, Instant until) {
        return sql.insertInto(PERSON_ACCESS_GRANT)
                .set(PERSON_ACCESS_GRANT.PERSON_ID, record)
                .set(PERSON_ACCESS_GRANT.ACCOUNT_ID, account)
                .set(PERSON_ACCESS_GRANT.REASON, reason)
                .set(PERSON_ACCESS_GRANT.GRANTED_AT, now)
                .set(PERSON_ACCESS_GRANT.ENDS_AT, until)
                .returning(PERSON_ACCESS_GRANT.ID)
                .fetchSingle()
                .getId();
    }

    /** Until when the account's broken glass on any of these records holds, if it does. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> grantedUntil(Collection<Long> records, Viewer viewer, Instant now) {
        return sql.select(DSL.max(PERSON_ACCESS_GRANT.ENDS_AT))
                .from(PERSON_ACCESS_GRANT)
                .where(PERSON_ACCESS_GRANT.PERSON_ID.in(records))
                .and(PERSON_ACCESS_GRANT.ACCOUNT_ID.eq(viewer.accountId()))
                .and(PERSON_ACCESS_GRANT.ENDS_AT.gt(now))
                .fetchOptional(row -> row.value1());
    }

    /** Says whose record an account's own is; null takes it back. */
    public void ownRecord(long account, @Nullable Long record) {
        if (record == null) {
            sql.deleteFrom(PERSON_ACCOUNT)
                    .where(PERSON_ACCOUNT.ACCOUNT_ID.eq(account))
                    .execute();
            return;
        }
        sql.insertInto(PERSON_ACCOUNT)
                .set(PERSON_ACCOUNT.ACCOUNT_ID, account)
                .set(PERSON_ACCOUNT.PERSON_ID, record)
                .onDuplicateKeyUpdate()
                .set(PERSON_ACCOUNT.PERSON_ID, record)
                .execute();
    }
}
