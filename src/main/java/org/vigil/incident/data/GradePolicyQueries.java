package org.vigil.incident.data;

import static org.vigil.db.generated.Tables.GRADE_POLICY;
import static org.vigil.db.generated.Tables.GRADE_POLICY_GRADE;
import static org.vigil.db.generated.Tables.INCIDENT;

import java.time.Instant;
import java.util.ArrayList;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.incident.ClockStart;
import org.vigil.incident.rules.GradePolicies;
import org.vigil.incident.rules.GradePolicy;

/** Reads the force's grade policies. */
@Component
public class GradePolicyQueries {

    private final DSLContext sql;

    GradePolicyQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether any call was received at or after an instant. */
    public boolean anyReceivedSince(Instant at) {
        return sql.fetchExists(INCIDENT, INCIDENT.RECEIVED_AT.ge(at));
    }

    /** Every policy there has been. */
    public GradePolicies all() {
        var grades = sql.selectFrom(GRADE_POLICY_GRADE)
                .orderBy(GRADE_POLICY_GRADE.POLICY_ID, GRADE_POLICY_GRADE.URGENCY)
                .fetchGroups(
                        GRADE_POLICY_GRADE.POLICY_ID,
                        row -> new GradePolicy.Grade(
                                row.getUrgency(),
                                row.getGrade(),
                                row.getUrbanMinutes(),
                                row.getRuralMinutes(),
                                ClockStart.valueOf(row.getClockStarts())));
        var policies = new ArrayList<GradePolicy>();
        for (var row : sql.selectFrom(GRADE_POLICY).orderBy(GRADE_POLICY.VALID_FROM).fetch()) {
            policies.add(new GradePolicy(
                    row.getId(),
                    row.getName(),
                    row.getBasis(),
                    row.getValidFrom(),
                    row.getValidTo(),
                    grades.getOrDefault(row.getId(), java.util.List.of())));
        }
        return new GradePolicies(policies);
    }
}
