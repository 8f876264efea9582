package org.vigil.alert;

import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.security.AreaKind;
import org.vigil.security.AreaService;
import org.vigil.security.ConsoleUser;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.testkit.Databases;

/** People, ground and alerts for a test, each with names of their own. */
public final class AlertFixture {

    // The test database outlives a run.
    private static final AtomicLong NEXT =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000L) * 1_000);

    private final Databases databases;
    private final StaffDirectory staff;
    private final AreaService areas;

    public AlertFixture(Databases databases, StaffDirectory staff, AreaService areas) {
        this.databases = databases;
        this.staff = staff;
        this.areas = areas;
    }

    /** Nobody is on duty and nobody has the console open, whatever other tests left behind. */
    public void everybodyGoesHome() {
        update("UPDATE account SET signed_on_since = NULL");
        update("UPDATE console_session SET ended_at = started_at, end_reason = 'TEST' WHERE ended_at IS NULL");
        update("DELETE FROM alert_outbox");
    }

    /** A district of its own, below a force of its own. */
    public long district() {
        var n = NEXT.incrementAndGet();
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return EngineScope.call(() -> areas.create(
                    AreaKind.DISTRICT,
                    areas.create(AreaKind.FORCE, null, "AF" + n, "Force " + n),
                    "AD" + n,
                    "District " + n));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Somebody signed on, with the console open. */
    public long onDuty(@Nullable Long area, Duty... duties) {
        var id = person(area, duties);
        update("UPDATE account SET signed_on_since = ? WHERE id = ?", Instant.EPOCH, id);
        openConsole(id);
        return id;
    }

    /** Somebody who has signed off. */
    public long person(@Nullable Long area, Duty... duties) {
        var n = NEXT.incrementAndGet();
        var id = insert(
                "INSERT INTO account (username, display_name, password_hash, created_at) VALUES (?, ?, 'none', ?)",
                "alert-" + n, "Officer " + n, Instant.EPOCH);
        for (var duty : duties) {
            update("INSERT INTO account_duty (account_id, duty) VALUES (?, ?)", id, duty.name());
        }
        if (area != null) {
            update("INSERT INTO account_area (account_id, area_id) VALUES (?, ?)", id, area);
        }
        return id;
    }

    public void signedOn(long account) {
        update("UPDATE account SET signed_on_since = ? WHERE id = ?", Instant.EPOCH, account);
    }

    public void openConsole(long account) {
        var n = NEXT.incrementAndGet();
        update(
                "INSERT INTO console_session (account_id, node, session_key, address, started_at, last_seen_at,"
                        + " node_seen_at) VALUES (?, 'test', ?, '127.0.0.1', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),"
                        + " UTC_TIMESTAMP(6))",
                account, "%064d".formatted(n));
    }

    /** Runs as an account, whatever duties it has now. */
    public <T> T as(long account, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ConsoleUser.signedIn(staff.byId(account).orElseThrow(), "127.0.0.1"));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public static String key() {
        return "TEST:INCIDENT:" + NEXT.incrementAndGet();
    }

    /** A plain alert to supervisors, seen by the control room. */
    public static RaiseAlert alert(String key, @Nullable Long area) {
        return new RaiseAlert(
                "TEST", key, Severity.WARNING, new SubjectRef(SubjectType.INCIDENT, 7, "CAD-7"), "Late", "Nobody there yet",
                area, null, List.of(Audience.called(Duty.SUPERVISOR), Audience.sees(Duty.CALLS)), RaiseAlert.FIRST, 60,
                30, Duty.LEADER);
    }

    public static RaiseAlert rung(RaiseAlert of, String rung, Severity severity, Audience... audience) {
        return new RaiseAlert(
                of.kind(), of.dedupKey(), severity, of.subject(), of.title(), of.detail() + " " + rung, of.areaId(),
                of.dueAt(), List.of(audience), rung, of.staleAfterMinutes(), of.escalateAfterMinutes(), of.escalateTo());
    }

    public static RaiseAlert due(RaiseAlert of, Instant due) {
        return new RaiseAlert(
                of.kind(), of.dedupKey(), of.severity(), of.subject(), of.title(), of.detail(), of.areaId(), due,
                of.audience(), of.rung(), of.staleAfterMinutes(), of.escalateAfterMinutes(), of.escalateTo());
    }

    public long idOf(String key) {
        return number("SELECT id FROM alert WHERE dedup_key = ?", key);
    }

    public long number(String query, Object... values) {
        return values(query, values).stream().map(Long::parseLong).findFirst().orElseThrow();
    }

    /** The first column of what the oracle finds. */
    public List<String> values(String query, Object... values) {
        try (var connection = databases.asOwner();
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, plain(values[i]));
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    public void update(String statement, Object... values) {
        insert(statement, values);
    }

    private long insert(String text, @Nullable Object... values) {
        try (var connection = databases.asOwner();
                var statement = connection.prepareStatement(text, Statement.RETURN_GENERATED_KEYS)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, plain(values[i]));
            }
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant at ? Timestamp.from(at) : value;
    }
}
