package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.GRADE_POLICY;
import static org.vigil.db.generated.Tables.GRADE_POLICY_GRADE;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigil.incident.GradePolicyChange;

/** Ends a version of the grade policy and writes the next, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class GradePolicyStore {

    private final DSLContext sql;

    GradePolicyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether it had no end yet; false says that somebody else superseded it meanwhile. */
    public boolean end(long id, Instant validTo) {
        return sql.update(GRADE_POLICY)
                        .set(GRADE_POLICY.VALID_TO, validTo)
                        .where(GRADE_POLICY.ID.eq(id))
                        .and(GRADE_POLICY.VALID_TO.isNull())
                        .execute()
                == 1;
    }

    public long insert(GradePolicyChange change, Instant validFrom, String by) {
        var id = sql.insertInto(GRADE_POLICY)
                .set(GRADE_POLICY.NAME, change.name().strip())
                .set(GRADE_POLICY.BASIS, change.basis().strip())
                .set(GRADE_POLICY.VALID_FROM, validFrom)
                .set(GRADE_POLICY.CREATED_BY, by)
                .set(GRADE_POLICY.REASON, change.reason().strip())
                .returningResult(GRADE_POLICY.ID)
                .fetchSingle()
                .value1();
        short urgency = 0;
        for (var grade : change.grades()) {
            sql.insertInto(GRADE_POLICY_GRADE)
                    .set(GRADE_POLICY_GRADE.POLICY_ID, id)
                    .set(GRADE_POLICY_GRADE.URGENCY, ++urgency)
                    .set(GRADE_POLICY_GRADE.GRADE, grade.name())
                    .set(GRADE_POLICY_GRADE.URBAN_MINUTES, grade.urbanMinutes())
                    .set(GRADE_POLICY_GRADE.RURAL_MINUTES, grade.ruralMinutes())
                    .set(GRADE_POLICY_GRADE.CLOCK_STARTS, grade.clockStarts().name())
                    .execute();
        }
        return id;
    }
}
