package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE_ACCOUNT;
import static org.vigil.db.generated.Tables.ALERT_EVENT;
import static org.vigil.db.generated.Tables.ALERT_NOTIFICATION;
import static org.vigil.db.generated.Tables.ALERT_OUTBOX;

import java.time.Instant;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.alert.AlertState;
import org.vigil.alert.data.AlertRecords.AudienceRow;
import org.vigil.alert.data.AlertRecords.EventRow;
import org.vigil.alert.data.AlertRecords.NamedRow;
import org.vigil.alert.data.AlertRecords.NotificationRow;
import org.vigil.shared.SubjectType;

/** Writes beside the alerts: audiences, history, who was called, and e-mails that are wanted. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AlertHistoryStore {

    private final DSLContext sql;

    AlertHistoryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Widens audiences: a duty that is called stays called. */
    public void addAudiences(Collection<AudienceRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = sql.batch(sql.insertInto(
                        ALERT_AUDIENCE, ALERT_AUDIENCE.ALERT_ID, ALERT_AUDIENCE.DUTY, ALERT_AUDIENCE.NOTIFIED)
                .values((Long) null, null, null)
                .onDuplicateKeyUpdate()
                .set(
                        ALERT_AUDIENCE.NOTIFIED,
                        DSL.greatest(ALERT_AUDIENCE.NOTIFIED, DSL.excluded(ALERT_AUDIENCE.NOTIFIED))));
        rows.forEach(row -> insert.bind(row.alertId(), row.duty().name(), row.notified()));
        insert.execute();
    }

    /** Names people; who is barred once stays so. */
    public void addNamed(Collection<NamedRow> rows) {
        var table = ALERT_AUDIENCE_ACCOUNT;
        for (var row : rows) {
            sql.insertInto(table, table.ALERT_ID, table.ACCOUNT_ID, table.BARRED)
                    .values(row.alertId(), row.accountId(), row.barred())
                    .onDuplicateKeyUpdate()
                    .set(table.BARRED, DSL.greatest(table.BARRED, DSL.excluded(table.BARRED)))
                    .execute();
        }
    }

    /** Bars an account from the open alerts about these records. */
    public void bar(SubjectType type, Collection<Long> subjects, long account) {
        addNamed(sql.select(ALERT.ID)
                .from(ALERT)
                .where(ALERT.SUBJECT_TYPE.eq(type.name()))
                .and(ALERT.SUBJECT_ID.in(subjects))
                .and(ALERT.STATE.ne(AlertState.RESOLVED.name()))
                .fetch(row -> new NamedRow(row.value1(), account, true)));
    }

    /** Appends to histories, in the collection's order. */
    public void addEvents(Collection<EventRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = sql.batch(sql.insertInto(
                        ALERT_EVENT, ALERT_EVENT.ALERT_ID, ALERT_EVENT.AT, ALERT_EVENT.KIND, ALERT_EVENT.ACCOUNT_ID,
                        ALERT_EVENT.SEVERITY, ALERT_EVENT.NOTE)
                .values((Long) null, null, null, null, null, null));
        rows.forEach(row -> insert.bind(
                row.alertId(), row.at(), row.kind().name(), row.by(),
                row.severity() == null ? null : row.severity().name(), row.note()));
        insert.execute();
    }

    /** Notes who is called; somebody called again at the same rung is called anew. */
    public void addNotifications(Collection<NotificationRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = sql.batch(sql.insertInto(
                        ALERT_NOTIFICATION, ALERT_NOTIFICATION.ALERT_ID, ALERT_NOTIFICATION.ACCOUNT_ID,
                        ALERT_NOTIFICATION.RUNG, ALERT_NOTIFICATION.DUTY, ALERT_NOTIFICATION.AT)
                .values((Long) null, null, null, null, null)
                .onDuplicateKeyUpdate()
                .set(ALERT_NOTIFICATION.AT, DSL.excluded(ALERT_NOTIFICATION.AT)));
        rows.forEach(row ->
                insert.bind(row.alertId(), row.accountId(), row.rung(), row.duty().name(), row.at()));
        insert.execute();
    }

    /** Asks for the e-mail with this key, unless it was asked for before. */
    public void askForMail(String deliveryKey, Instant now) {
        var known = sql.fetchExists(ALERT_OUTBOX, ALERT_OUTBOX.DELIVERY_KEY.eq(deliveryKey));
        if (!known) {
            sql.insertInto(ALERT_OUTBOX, ALERT_OUTBOX.DELIVERY_KEY, ALERT_OUTBOX.CREATED_AT, ALERT_OUTBOX.NEXT_ATTEMPT_AT)
                    .values(deliveryKey, now, now)
                    .onDuplicateKeyUpdate()
                    .set(ALERT_OUTBOX.ID, ALERT_OUTBOX.ID)
                    .execute();
        }
    }
}
