package org.vigil.casework;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigil.alert.AlertRaiser;
import org.vigil.casework.rules.CaseHealth;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.UkTime;

/** The few things about a case that call somebody; everything else that it lacks is a line on it. */
@Component
public class CaseAlerts {

    public static final String UNALLOCATED = "CASE_UNALLOCATED";
    public static final String CLOSED_CHARGED = "CASE_CLOSED_CHARGED";

    private static final List<String> KINDS = List.of(UNALLOCATED, CLOSED_CHARGED);

    private final AlertRaiser alerts;

    CaseAlerts(AlertRaiser alerts) {
        this.alerts = alerts;
    }

    /** Raises and closes what a change of a case calls for, in its transaction. */
    void follow(@Nullable Case before, Case after, CasePolicy policy, Instant now) {
        if (before != null && !Objects.equals(before.areaId(), after.areaId())) {
            alerts.move(KINDS.stream().map(kind -> key(kind, after.subject())).toList(), after.areaId(), now);
        }
        var by = CaseHealth.allocateBy(after, policy);
        if (by != null && !now.isBefore(by)) {
            unallocated(after, by, now);
        } else if (before != null && CaseHealth.allocateBy(before, policy) != null && by == null) {
            alerts.resolve(List.of(key(UNALLOCATED, after.subject())), whyAllocated(after), now);
        }
        var was = before == null ? null : isChargedWhileClosed(before, policy, now);
        var is = isChargedWhileClosed(after, policy, now);
        if (is != null && !is.equals(was)) {
            alerts.raiseByPolicy(CLOSED_CHARGED, after.subject(), key(CLOSED_CHARGED, after.subject()), is, after.areaId(), now);
        } else if (is == null && was != null) {
            alerts.resolve(List.of(key(CLOSED_CHARGED, after.subject())), "Somebody took the case up again.", now);
        }
    }

    /** Raises that a high-risk case has no lead officer; repeating it changes nothing. */
    public void unallocated(Case file, Instant by, Instant now) {
        var detail = "Assessed as high risk and reported " + UkTime.moment(file.reportedAt()) + "; a lead officer was wanted by "
                + UkTime.moment(by) + ". Allocate it on the case's page.";
        alerts.raiseByPolicy(UNALLOCATED, file.subject(), key(UNALLOCATED, file.subject()), detail, file.areaId(), now);
    }

    private static String whyAllocated(Case after) {
        return after.isOpen()
                ? after.lead().isKnown() ? "Allocated to " + after.lead().words() + "." : "The risk is no longer high."
                : "The case was closed.";
    }

    private static @Nullable String isChargedWhileClosed(Case file, CasePolicy policy, Instant now) {
        return CaseHealth.of(file, Surroundings.NONE, policy, now).stream()
                .filter(line -> line.kind() == HealthLine.Kind.CHARGED_WHILE_CLOSED)
                .map(HealthLine::words)
                .findFirst()
                .orElse(null);
    }

    private static String key(String kind, SubjectRef subject) {
        return kind + ":" + subject.type() + ":" + subject.id();
    }
}
