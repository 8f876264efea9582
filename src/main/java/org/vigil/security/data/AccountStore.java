package org.vigil.security.data;

import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.ACCOUNT_AREA;
import static org.vigil.db.generated.Tables.ACCOUNT_DUTY;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.security.AccountDetails;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.Duty;
import org.vigil.shared.OfficerRank;

/** Writes accounts, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountStore {

    private final DSLContext db;

    AccountStore(DSLContext db) {
        this.db = db;
    }

    /** Adds an account and answers its key. */
    public long insert(
            AccountDetails details,
            String passwordHash,
            boolean demonstration,
            @Nullable Instant signedOnSince,
            Instant now) {
        var id = db.insertInto(ACCOUNT)
                .set(ACCOUNT.USERNAME, details.username())
                .set(ACCOUNT.DISPLAY_NAME, details.displayName())
                .set(ACCOUNT.COLLAR_NUMBER, details.collarNumber())
                .set(ACCOUNT.OFFICER_RANK, name(details.rank()))
                .set(ACCOUNT.EMAIL, details.email())
                .set(ACCOUNT.KIND, details.kind().name())
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.DEMONSTRATION, demonstration)
                .set(ACCOUNT.SIGNED_ON_SINCE, signedOnSince)
                .set(ACCOUNT.CREATED_AT, now)
                .returningResult(ACCOUNT.ID)
                .fetchSingle()
                .value1();
        setDuties(id, details.duties());
        setAreas(id, details.areaIds());
        return id;
    }

    /**
     * Changes everything but the username and the password.
     *
     * @param endSessions whether sessions and remembered credentials of the account must end
     * @throws ChangedMeanwhileException when the account is no longer at this version
     */
    public void update(long id, int version, AccountDetails details, boolean endSessions) {
        var changed = db.update(ACCOUNT)
                .set(ACCOUNT.DISPLAY_NAME, details.displayName())
                .set(ACCOUNT.COLLAR_NUMBER, details.collarNumber())
                .set(ACCOUNT.OFFICER_RANK, name(details.rank()))
                .set(ACCOUNT.EMAIL, details.email())
                .set(ACCOUNT.KIND, details.kind().name())
                .set(ACCOUNT.SECURITY_VERSION, ACCOUNT.SECURITY_VERSION.plus(endSessions ? 1 : 0))
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .and(ACCOUNT.VERSION.eq(version))
                .execute();
        requireChanged(changed);
        setDuties(id, details.duties());
        setAreas(id, details.areaIds());
    }

    /** Enables or disables; either ends what is open. A disabled account is off duty. */
    public void setEnabled(long id, int version, boolean enabled) {
        var changed = db.update(ACCOUNT)
                .set(ACCOUNT.ENABLED, enabled)
                .setNull(ACCOUNT.SIGNED_ON_SINCE)
                .set(ACCOUNT.SECURITY_VERSION, ACCOUNT.SECURITY_VERSION.plus(1))
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .and(ACCOUNT.VERSION.eq(version))
                .execute();
        requireChanged(changed);
    }

    /** Sets the password's hash; sessions and remembered credentials end. */
    public void setPassword(long id, int version, String passwordHash) {
        var changed = db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.SECURITY_VERSION, ACCOUNT.SECURITY_VERSION.plus(1))
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ID.eq(id))
                .and(ACCOUNT.VERSION.eq(version))
                .execute();
        requireChanged(changed);
    }

    /** Replaces a hash by a stronger one of the same password; nothing ends. */
    public void upgradePassword(long id, String oldHash, String newHash) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, newHash)
                .where(ACCOUNT.ID.eq(id))
                .and(ACCOUNT.PASSWORD_HASH.eq(oldHash))
                .execute();
    }

    /** Signs on or off duty; whether that changed anything. Versions stay: this is no edit of the account. */
    public boolean setSignedOn(long id, @Nullable Instant since) {
        return db.update(ACCOUNT)
                        .set(ACCOUNT.SIGNED_ON_SINCE, since)
                        .where(ACCOUNT.ID.eq(id))
                        .and(since == null ? ACCOUNT.SIGNED_ON_SINCE.isNotNull() : ACCOUNT.SIGNED_ON_SINCE.isNull())
                        .execute()
                > 0;
    }

    public void setAlertPreferences(long id, boolean sound, boolean titleCount) {
        db.update(ACCOUNT)
                .set(ACCOUNT.ALERT_SOUND, sound)
                .set(ACCOUNT.ALERT_TITLE_COUNT, titleCount)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /** Locks all administrators that are enabled, so that two of them can't remove each other at once. */
    public List<Long> lockEnabledAdministrators() {
        return db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .join(ACCOUNT_DUTY)
                .on(ACCOUNT_DUTY.ACCOUNT_ID.eq(ACCOUNT.ID))
                .where(ACCOUNT.ENABLED)
                .and(ACCOUNT_DUTY.DUTY.eq(Duty.ADMIN.name()))
                .orderBy(ACCOUNT.ID)
                .forUpdate()
                .fetch(ACCOUNT.ID);
    }

    private void setDuties(long id, Set<Duty> duties) {
        db.deleteFrom(ACCOUNT_DUTY).where(ACCOUNT_DUTY.ACCOUNT_ID.eq(id)).execute();
        for (var duty : duties) {
            db.insertInto(ACCOUNT_DUTY)
                    .set(ACCOUNT_DUTY.ACCOUNT_ID, id)
                    .set(ACCOUNT_DUTY.DUTY, duty.name())
                    .execute();
        }
    }

    private void setAreas(long id, Set<Long> areas) {
        db.deleteFrom(ACCOUNT_AREA).where(ACCOUNT_AREA.ACCOUNT_ID.eq(id)).execute();
        for (var area : areas) {
            db.insertInto(ACCOUNT_AREA)
                    .set(ACCOUNT_AREA.ACCOUNT_ID, id)
                    .set(ACCOUNT_AREA.AREA_ID, area)
                    .execute();
        }
    }

    private static void requireChanged(int rows) {
        if (rows == 0) {
            throw new ChangedMeanwhileException("The account");
        }
    }

    private static @Nullable String name(@Nullable OfficerRank rank) {
        return rank == null ? null : rank.name();
    }
}
