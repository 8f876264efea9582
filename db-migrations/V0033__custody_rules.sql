-- Until when a detention was extended, and the day to which bail was given: both are decided in the case.
INSERT INTO deadline_rule (code, title, kind, length, unit, starts_with, met_when, basis, owner_duty, note, pausable,
    breachable, valid_from, created_by, reason) VALUES
    ('CUSTODY_DETENTION_EXTENDED', 'Detention without charge, extended', 'AT', NULL, NULL,
        'Extension decided; the time to which it was extended is given', 'Charged, bailed, released, or extended again by authority',
        'PACE ss.42 to 44', 'CUSTODY',
        'A superintendent to 36 hours, a court to 96 hours after the relevant time.',
        FALSE, TRUE, '1900-01-01', 'shipped', 'Shipped with the console'),
    ('BAIL_ENDS', 'Bail: the suspect answers it', 'AT', NULL, NULL,
        'Bail given or extended; the day and time to answer it are given', 'Charged, released, or bail extended before',
        'The bail notice', 'CUSTODY',
        'Where the notice names a time before the end that the law sets.',
        FALSE, TRUE, '1900-01-01', 'shipped', 'Shipped with the console');

INSERT INTO deadline_rule_rung (rule_id, position, name, percent, severity)
SELECT id, 1, 'WARNING', 75, 'WARNING' FROM deadline_rule WHERE code = 'CUSTODY_DETENTION_EXTENDED';
INSERT INTO deadline_rule_rung (rule_id, position, name, minutes_from_due, severity)
SELECT r.id, s.position, s.name, s.minutes, s.severity
FROM deadline_rule r
JOIN (SELECT 1 AS position, 'WARNING' AS name, -10080 AS minutes, 'NOTICE' AS severity
      UNION ALL SELECT 2, 'LAST_WARNING', -1440, 'WARNING') s
WHERE r.code = 'BAIL_ENDS';
INSERT INTO deadline_rule_rung (rule_id, position, name, minutes_from_due, severity)
SELECT r.id, s.position, s.name, s.minutes, s.severity
FROM deadline_rule r
JOIN (SELECT 4 AS position, 'DUE' AS name, 0 AS minutes, 'HIGH' AS severity
      UNION ALL SELECT 5, 'ESCALATION', 60, 'HIGH'
      UNION ALL SELECT 6, 'SENIOR', 240, 'CRITICAL') s
WHERE r.code IN ('CUSTODY_DETENTION_EXTENDED', 'BAIL_ENDS');
INSERT INTO deadline_rule_audience (rule_id, position, duty, notified)
SELECT g.rule_id, g.position, a.duty, TRUE
FROM deadline_rule_rung g
JOIN deadline_rule r ON r.id = g.rule_id AND r.code IN ('CUSTODY_DETENTION_EXTENDED', 'BAIL_ENDS')
JOIN (SELECT 1 AS position, 'CUSTODY' AS duty
      UNION ALL SELECT 1, 'SUPERVISOR'
      UNION ALL SELECT 2, 'CUSTODY'
      UNION ALL SELECT 2, 'SUPERVISOR'
      UNION ALL SELECT 4, 'CUSTODY'
      UNION ALL SELECT 4, 'SUPERVISOR'
      UNION ALL SELECT 5, 'LEADER'
      UNION ALL SELECT 6, 'LEADER') a ON a.position = g.position;

INSERT INTO alert_policy (kind, title, severity, escalate_after_minutes, escalate_to, stale_after_minutes, valid_from)
VALUES ('CUSTODY_TWO_RECORDS', 'One person is in custody on two records', 'WARNING', 60, 'LEADER', 240, '2000-01-01');
INSERT INTO alert_policy_audience (policy_id, duty, notified)
SELECT policy.id, audience.duty, audience.notified
FROM alert_policy policy
JOIN (SELECT 'CUSTODY' AS duty, TRUE AS notified
      UNION ALL SELECT 'SUPERVISOR', FALSE) audience
WHERE policy.kind = 'CUSTODY_TWO_RECORDS';
