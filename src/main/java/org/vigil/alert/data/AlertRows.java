package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ACCOUNT;
import static org.vigil.db.generated.Tables.ALERT;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE;
import static org.vigil.db.generated.Tables.ALERT_AUDIENCE_ACCOUNT;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.vigil.alert.AlertRow;
import org.vigil.alert.AlertState;
import org.vigil.alert.Severity;
import org.vigil.db.OwnRecords;
import org.vigil.db.generated.tables.Account;
import org.vigil.db.generated.tables.records.AlertRecord;
import org.vigil.shared.Duty;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/** How alerts are read as rows, and which of them a viewer may see. */
final class AlertRows {

    private static final Account ASSIGNEE = ACCOUNT.as("assignee");
    private static final Account ACKNOWLEDGER = ACCOUNT.as("acknowledger");

    private AlertRows() {}

    static SelectOnConditionStep<Record> select(DSLContext sql) {
        return select(sql, ALERT);
    }

    /** @param alerts the table, with a hint for the index where that matters */
    static SelectOnConditionStep<Record> select(DSLContext sql, Table<AlertRecord> alerts) {
        return sql.select(ALERT.fields())
                .select(ASSIGNEE.DISPLAY_NAME, ACKNOWLEDGER.DISPLAY_NAME)
                .from(alerts)
                .leftJoin(ASSIGNEE)
                .on(ASSIGNEE.ID.eq(ALERT.ASSIGNED_TO))
                .leftJoin(ACKNOWLEDGER)
                .on(ACKNOWLEDGER.ID.eq(ALERT.ACKNOWLEDGED_BY));
    }

    static AlertRow row(Record row) {
        return new AlertRow(
                row.get(ALERT.ID),
                row.get(ALERT.VERSION),
                row.get(ALERT.CHANGE_SEQ),
                row.get(ALERT.KIND),
                Severity.valueOf(row.get(ALERT.SEVERITY)),
                AlertState.valueOf(row.get(ALERT.STATE)),
                new SubjectRef(
                        SubjectType.valueOf(row.get(ALERT.SUBJECT_TYPE)),
                        row.get(ALERT.SUBJECT_ID),
                        row.get(ALERT.SUBJECT_REFERENCE)),
                row.get(ALERT.TITLE),
                row.get(ALERT.DETAIL),
                row.get(ALERT.AREA_ID),
                row.get(ALERT.DUE_AT),
                row.get(ALERT.RAISED_AT),
                row.get(ALERT.CHANGED_AT),
                row.get(ALERT.ACKNOWLEDGED_AT),
                row.get(ALERT.ACKNOWLEDGED_BY),
                row.get(ACKNOWLEDGER.DISPLAY_NAME),
                row.get(ALERT.ASSIGNED_TO),
                row.get(ASSIGNEE.DISPLAY_NAME),
                row.get(ALERT.SNOOZED_UNTIL),
                row.get(ALERT.RESOLVED_AT),
                row.get(ALERT.RESOLUTION));
    }

    /** The rule of {@link org.vigil.alert.rules.AlertVisibility}, in the database; and nobody sees what names themselves. */
    static Condition visibleTo(Viewer viewer) {
        var duties = viewer.duties().stream().map(Duty::name).toList();
        var audience = duties.isEmpty()
                ? DSL.falseCondition()
                : DSL.exists(DSL.selectOne()
                        .from(ALERT_AUDIENCE)
                        .where(ALERT_AUDIENCE.ALERT_ID.eq(ALERT.ID), ALERT_AUDIENCE.DUTY.in(duties)));
        var ofDuty = viewer.coversWholeForce()
                ? audience
                : audience.and(ALERT.AREA_ID.isNull().or(ALERT.AREA_ID.in(viewer.areaIds())));
        return ofDuty.or(named(viewer, false))
                .andNot(named(viewer, true))
                .and(OwnRecords.notNaming(viewer, ALERT.SUBJECT_TYPE, ALERT.SUBJECT_ID));
    }

    private static Condition named(Viewer viewer, boolean barred) {
        return DSL.exists(DSL.selectOne()
                .from(ALERT_AUDIENCE_ACCOUNT)
                .where(
                        ALERT_AUDIENCE_ACCOUNT.ALERT_ID.eq(ALERT.ID),
                        ALERT_AUDIENCE_ACCOUNT.ACCOUNT_ID.eq(viewer.accountId()),
                        ALERT_AUDIENCE_ACCOUNT.BARRED.eq(barred)));
    }
}
