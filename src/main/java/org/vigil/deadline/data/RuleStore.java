package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.DEADLINE_RULE;
import static org.vigil.db.generated.Tables.DEADLINE_RULE_AUDIENCE;
import static org.vigil.db.generated.Tables.DEADLINE_RULE_RUNG;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.deadline.DeadlineRule;

/** Ends a version of a rule and writes the next, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RuleStore {

    private final DSLContext sql;

    RuleStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Ends a version that has no end yet.
     *
     * @return whether it had none; false says that somebody else superseded it meanwhile
     */
    public boolean end(long ruleId, Instant validTo) {
        return sql.update(DEADLINE_RULE)
                        .set(DEADLINE_RULE.VALID_TO, validTo)
                        .where(DEADLINE_RULE.ID.eq(ruleId))
                        .and(DEADLINE_RULE.VALID_TO.isNull())
                        .execute()
                == 1;
    }

    /** Writes a version with its stages and audiences; the record's own key is not used. */
    public long insert(DeadlineRule rule) {
        var id = sql.insertInto(DEADLINE_RULE)
                .set(DEADLINE_RULE.CODE, rule.code())
                .set(DEADLINE_RULE.TITLE, rule.title())
                .set(DEADLINE_RULE.KIND, rule.kind().name())
                .set(DEADLINE_RULE.LENGTH, rule.length())
                .set(DEADLINE_RULE.UNIT, rule.unit() == null ? null : rule.unit().name())
                .set(DEADLINE_RULE.STARTS_WITH, rule.startsWith())
                .set(DEADLINE_RULE.MET_WHEN, rule.metWhen())
                .set(DEADLINE_RULE.BASIS, rule.basis())
                .set(DEADLINE_RULE.NOTE, rule.note())
                .set(DEADLINE_RULE.OWNER_DUTY, rule.ownerDuty().name())
                .set(DEADLINE_RULE.PAUSABLE, rule.pausable())
                .set(DEADLINE_RULE.BREACHABLE, rule.breachable())
                .set(DEADLINE_RULE.STALE_AFTER_MINUTES, rule.staleAfterMinutes())
                .set(DEADLINE_RULE.VALID_FROM, rule.validFrom())
                .set(DEADLINE_RULE.VALID_TO, rule.validTo())
                .set(DEADLINE_RULE.CREATED_BY, rule.createdBy())
                .set(DEADLINE_RULE.REASON, rule.reason())
                .returningResult(DEADLINE_RULE.ID)
                .fetchSingle()
                .value1();
        for (var stage : rule.rungs()) {
            var rung = stage.rung();
            sql.insertInto(DEADLINE_RULE_RUNG)
                    .set(DEADLINE_RULE_RUNG.RULE_ID, id)
                    .set(DEADLINE_RULE_RUNG.POSITION, (short) rung.position())
                    .set(DEADLINE_RULE_RUNG.NAME, rung.name().name())
                    .set(DEADLINE_RULE_RUNG.PERCENT, rung.percent())
                    .set(DEADLINE_RULE_RUNG.MINUTES_FROM_DUE, rung.minutesFromDue())
                    .set(DEADLINE_RULE_RUNG.DAYS_FROM_START, rung.daysFromStart())
                    .set(DEADLINE_RULE_RUNG.SEVERITY, stage.severity().name())
                    .execute();
            for (var audience : stage.audience()) {
                sql.insertInto(DEADLINE_RULE_AUDIENCE)
                        .set(DEADLINE_RULE_AUDIENCE.RULE_ID, id)
                        .set(DEADLINE_RULE_AUDIENCE.POSITION, (short) rung.position())
                        .set(DEADLINE_RULE_AUDIENCE.DUTY, audience.duty().name())
                        .set(DEADLINE_RULE_AUDIENCE.NOTIFIED, audience.notified())
                        .execute();
            }
        }
        return id;
    }
}
