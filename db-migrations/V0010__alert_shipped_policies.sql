-- The policies that Vigil ships with. A force changes one by ending its row and starting another.
INSERT INTO alert_policy (kind, title, severity, escalate_after_minutes, escalate_to, stale_after_minutes, valid_from)
VALUES
    ('CALL_DOWNGRADED', 'Grade lowered on a domestic abuse call', 'HIGH', 30, 'LEADER', 240, '2000-01-01'),
    ('CALL_FLAG_REMOVED', 'Domestic abuse flag taken off a call', 'HIGH', 30, 'LEADER', 240, '2000-01-01'),
    ('CALL_RESOLVED_WITHOUT_DEPLOYMENT', 'Domestic abuse call resolved without deployment', 'HIGH', 60, 'LEADER', 480,
        '2000-01-01'),
    ('CALL_TIMES_IMPOSSIBLE', 'Times recorded on a call can''t be true', 'WARNING', 240, 'SUPERVISOR', 1440,
        '2000-01-01'),
    ('FEED_SILENT', 'No calls are arriving from command and control', 'HIGH', 30, 'LEADER', 120, '2000-01-01'),
    ('CALENDAR_ENDS', 'The bank holiday calendar ends within a year', 'NOTICE', NULL, NULL, 10080, '2000-01-01'),
    ('ENGINE_ITEM_FAILED', 'A clock could not be checked', 'HIGH', 60, 'LEADER', 240, '2000-01-01'),
    ('ENGINE_JOB_FAILED', 'Part of the alert engine is failing', 'CRITICAL', 30, 'LEADER', 60, '2000-01-01'),
    ('AUDIT_CHAIN_BROKEN', 'The audit log does not verify', 'CRITICAL', NULL, NULL, 1440, '2000-01-01');

INSERT INTO alert_policy_audience (policy_id, duty, notified)
SELECT policy.id, audience.duty, audience.notified
FROM alert_policy policy
JOIN (
    SELECT 'CALL_DOWNGRADED' AS kind, 'SUPERVISOR' AS duty, TRUE AS notified
    UNION ALL SELECT 'CALL_DOWNGRADED', 'CALLS', FALSE
    UNION ALL SELECT 'CALL_FLAG_REMOVED', 'SUPERVISOR', TRUE
    UNION ALL SELECT 'CALL_FLAG_REMOVED', 'CALLS', FALSE
    UNION ALL SELECT 'CALL_RESOLVED_WITHOUT_DEPLOYMENT', 'SUPERVISOR', TRUE
    UNION ALL SELECT 'CALL_RESOLVED_WITHOUT_DEPLOYMENT', 'CALLS', FALSE
    UNION ALL SELECT 'CALL_TIMES_IMPOSSIBLE', 'CALLS', TRUE
    UNION ALL SELECT 'CALL_TIMES_IMPOSSIBLE', 'SUPERVISOR', FALSE
    UNION ALL SELECT 'FEED_SILENT', 'CALLS', TRUE
    UNION ALL SELECT 'FEED_SILENT', 'SUPERVISOR', TRUE
    UNION ALL SELECT 'FEED_SILENT', 'ADMIN', TRUE
    UNION ALL SELECT 'CALENDAR_ENDS', 'ADMIN', TRUE
    UNION ALL SELECT 'ENGINE_ITEM_FAILED', 'SUPERVISOR', TRUE
    UNION ALL SELECT 'ENGINE_ITEM_FAILED', 'ADMIN', TRUE
    UNION ALL SELECT 'ENGINE_JOB_FAILED', 'SUPERVISOR', TRUE
    UNION ALL SELECT 'ENGINE_JOB_FAILED', 'ADMIN', TRUE
    UNION ALL SELECT 'AUDIT_CHAIN_BROKEN', 'ADMIN', TRUE
    UNION ALL SELECT 'AUDIT_CHAIN_BROKEN', 'LEADER', TRUE
) audience ON audience.kind = policy.kind;
