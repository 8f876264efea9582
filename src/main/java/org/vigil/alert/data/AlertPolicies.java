package org.vigil.alert.data;

import static org.vigil.db.generated.Tables.ALERT_POLICY;
import static org.vigil.db.generated.Tables.ALERT_POLICY_AUDIENCE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.alert.Audience;
import org.vigil.alert.Severity;
import org.vigil.shared.Duty;

/** How each kind of alert behaves, as dated data. */
@Component
public class AlertPolicies {

    /** The policy of one kind. */
    public record Policy(
            String kind,
            String title,
            Severity severity,
            @Nullable Integer escalateAfterMinutes,
            @Nullable Duty escalateTo,
            int staleAfterMinutes,
            List<Audience> audience) {}

    private final DSLContext sql;

    AlertPolicies(DSLContext sql) {
        this.sql = sql;
    }

    /** The policy in force at an instant. */
    public Optional<Policy> inForce(String kind, Instant at) {
        return sql.selectFrom(ALERT_POLICY)
                .where(ALERT_POLICY.KIND.eq(kind))
                .and(ALERT_POLICY.VALID_FROM.le(at))
                .and(ALERT_POLICY.VALID_TO.isNull().or(ALERT_POLICY.VALID_TO.gt(at)))
                .orderBy(ALERT_POLICY.VALID_FROM.desc())
                .limit(1)
                .fetchOptional(row -> new Policy(
                        row.getKind(),
                        row.getTitle(),
                        Severity.valueOf(row.getSeverity()),
                        row.getEscalateAfterMinutes(),
                        row.getEscalateTo() == null ? null : Duty.valueOf(row.getEscalateTo()),
                        row.getStaleAfterMinutes(),
                        audience(row.getId())));
    }

    private List<Audience> audience(long policyId) {
        return sql.select(ALERT_POLICY_AUDIENCE.DUTY, ALERT_POLICY_AUDIENCE.NOTIFIED)
                .from(ALERT_POLICY_AUDIENCE)
                .where(ALERT_POLICY_AUDIENCE.POLICY_ID.eq(policyId))
                .orderBy(ALERT_POLICY_AUDIENCE.NOTIFIED.desc(), ALERT_POLICY_AUDIENCE.DUTY)
                .fetch(row -> new Audience(Duty.valueOf(row.value1()), row.value2()));
    }
}
