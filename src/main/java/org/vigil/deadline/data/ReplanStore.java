package org.vigil.deadline.data;

import static org.vigil.db.generated.Tables.DEADLINE_REPLAN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.shared.Texts;

/** What clocks are to be put under, and how far that has come, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReplanStore {

    /**
     * Running clocks of a rule that are to be put under something new.
     *
     * @param ruleId the version to run under; null for a new calendar, where each stays under its own
     * @param alsoRunning whether clocks that started before the version are put under it as well
     * @param afterId the last clock that was looked at
     * @param changed how many got a new row so far
     */
    public record Replan(
            long id,
            String rule,
            @Nullable Long ruleId,
            boolean alsoRunning,
            String reason,
            String by,
            long afterId,
            int changed) {}

    private final DSLContext sql;

    ReplanStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Asks for it, from an instant on. */
    public long ask(
            String rule, @Nullable Long ruleId, boolean alsoRunning, String reason, String by, Instant beginsAt) {
        return sql.insertInto(DEADLINE_REPLAN)
                .set(DEADLINE_REPLAN.RULE_CODE, rule)
                .set(DEADLINE_REPLAN.RULE_ID, ruleId)
                .set(DEADLINE_REPLAN.ALSO_RUNNING, alsoRunning)
                .set(DEADLINE_REPLAN.REASON, Texts.cut(reason, 255))
                .set(DEADLINE_REPLAN.ASKED_BY, by)
                .set(DEADLINE_REPLAN.BEGINS_AT, beginsAt)
                .returningResult(DEADLINE_REPLAN.ID)
                .fetchSingle()
                .value1();
    }

    /** What has begun and is not done, the first asked for first. */
    public List<Long> due(Instant now) {
        return sql.select(DEADLINE_REPLAN.ID)
                .from(DEADLINE_REPLAN)
                .where(DEADLINE_REPLAN.IS_DONE.isFalse())
                .and(DEADLINE_REPLAN.BEGINS_AT.le(now))
                .orderBy(DEADLINE_REPLAN.ID)
                .fetch(DEADLINE_REPLAN.ID);
    }

    /** One of them, locked, unless it is done. */
    public Optional<Replan> lock(long id) {
        return sql.selectFrom(DEADLINE_REPLAN)
                .where(DEADLINE_REPLAN.ID.eq(id))
                .and(DEADLINE_REPLAN.DONE_AT.isNull())
                .forUpdate()
                .fetchOptional(row -> new Replan(
                        row.getId(),
                        row.getRuleCode(),
                        row.getRuleId(),
                        row.getAlsoRunning(),
                        row.getReason(),
                        row.getAskedBy(),
                        row.getAfterId(),
                        row.getChanged()));
    }

    /** Notes how far it has come; done where an instant says when. */
    public void advance(long id, long afterId, int changed, @Nullable Instant doneAt) {
        sql.update(DEADLINE_REPLAN)
                .set(DEADLINE_REPLAN.AFTER_ID, afterId)
                .set(DEADLINE_REPLAN.CHANGED, changed)
                .set(DEADLINE_REPLAN.DONE_AT, doneAt)
                .where(DEADLINE_REPLAN.ID.eq(id))
                .execute();
    }
}
