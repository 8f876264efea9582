package org.vigil.casework.data;

import static org.vigil.db.generated.Tables.CASE_LEVEL_RULE;
import static org.vigil.db.generated.Tables.CASE_LEVEL_STANDARD;
import static org.vigil.db.generated.Tables.CASE_LIMIT;
import static org.vigil.db.generated.Tables.CASE_REVIEW_INTERVAL;

import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.vigil.casework.CaseLevel;
import org.vigil.casework.CasePolicy;
import org.vigil.casework.CasePolicy.Criterion;
import org.vigil.casework.CasePolicy.InForce;
import org.vigil.casework.CasePolicy.Interval;
import org.vigil.casework.CasePolicy.LevelRule;
import org.vigil.casework.CasePolicy.Limit;
import org.vigil.casework.CasePolicy.LimitKind;
import org.vigil.casework.CasePolicy.Standard;
import org.vigil.incident.RiskGrade;

/** Reads what the force holds of cases as data: a few dozen rows. */
@Component
public class CasePolicyQueries {

    private static final String NOT_ASSESSED = "NOT_ASSESSED";

    private final DSLContext sql;

    CasePolicyQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** All of it, past and to come. */
    public CasePolicy all() {
        return new CasePolicy(
                sql.selectFrom(CASE_LEVEL_RULE).orderBy(CASE_LEVEL_RULE.ID).fetch(row -> new LevelRule(
                        Criterion.valueOf(row.getCriterion()), row.getValue(), CaseLevel.valueOf(row.getLevel()),
                        row.getBasis(), new InForce(row.getValidFrom(), row.getValidTo()))),
                sql.selectFrom(CASE_LEVEL_STANDARD)
                        .orderBy(CASE_LEVEL_STANDARD.LEVEL, CASE_LEVEL_STANDARD.VALID_FROM)
                        .fetch(row -> new Standard(
                                CaseLevel.valueOf(row.getLevel()),
                                row.getLeadPip() == null ? null : row.getLeadPip().intValue(),
                                row.getOversight(), row.getBasis(), new InForce(row.getValidFrom(), row.getValidTo()))),
                sql.selectFrom(CASE_REVIEW_INTERVAL)
                        .orderBy(CASE_REVIEW_INTERVAL.GRADE, CASE_REVIEW_INTERVAL.VALID_FROM)
                        .fetch(row -> new Interval(
                                row.getGrade().equals(NOT_ASSESSED) ? null : RiskGrade.valueOf(row.getGrade()),
                                row.getLength(), row.getUnit().equals("DAYS"), row.getBasis(),
                                new InForce(row.getValidFrom(), row.getValidTo()))),
                sql.selectFrom(CASE_LIMIT).orderBy(CASE_LIMIT.KIND, CASE_LIMIT.VALID_FROM).fetch(row -> new Limit(
                        LimitKind.valueOf(row.getKind()), Duration.ofHours(row.getHours()), row.getBasis(),
                        new InForce(row.getValidFrom(), row.getValidTo()))));
    }
}
