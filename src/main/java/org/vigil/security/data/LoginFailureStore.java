package org.vigil.security.data;

import static org.vigil.db.generated.Tables.LOGIN_FAILURE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.security.rules.LoginDelay.Failures;

/** Wrong passwords per account and address, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LoginFailureStore {

    private final DSLContext db;

    LoginFailureStore(DSLContext db) {
        this.db = db;
    }

    /** What is remembered of wrong passwords, locked until the transaction ends. */
    public Optional<Failures> lock(String username, String address) {
        return db.selectFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.USERNAME.eq(username))
                .and(LOGIN_FAILURE.ADDRESS.eq(address))
                .forUpdate()
                .fetchOptional(row -> new Failures(row.getFailures(), row.getLastFailedAt(), row.getNotBefore()));
    }

    public void save(String username, String address, Failures failures) {
        db.insertInto(LOGIN_FAILURE)
                .set(LOGIN_FAILURE.USERNAME, username)
                .set(LOGIN_FAILURE.ADDRESS, address)
                .set(LOGIN_FAILURE.FAILURES, failures.count())
                .set(LOGIN_FAILURE.LAST_FAILED_AT, failures.lastFailedAt())
                .set(LOGIN_FAILURE.NOT_BEFORE, failures.notBefore())
                .onDuplicateKeyUpdate()
                .set(LOGIN_FAILURE.FAILURES, failures.count())
                .set(LOGIN_FAILURE.LAST_FAILED_AT, failures.lastFailedAt())
                .set(LOGIN_FAILURE.NOT_BEFORE, failures.notBefore())
                .execute();
    }

    public void clear(String username, String address) {
        db.deleteFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.USERNAME.eq(username))
                .and(LOGIN_FAILURE.ADDRESS.eq(address))
                .execute();
    }

    /** Forgets what was last added to before this instant. */
    public void forgetBefore(Instant before) {
        db.deleteFrom(LOGIN_FAILURE).where(LOGIN_FAILURE.LAST_FAILED_AT.lt(before)).execute();
    }
}
