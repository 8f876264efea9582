-- How long a flag may be missing from another system, and who is told when glass is broken.
INSERT INTO deadline_rule (code, title, kind, length, unit, starts_with, met_when, basis, owner_duty, note, pausable,
    breachable, valid_from, created_by, reason) VALUES
    ('PERSON_FLAG', 'Flag in another system', 'C1', 24, 'HOURS',
        'Flag asked for', 'Flag set there, with the evidence, or the reason recorded why it is not needed',
        'Force policy', 'SPECIALIST',
        NULL,
        FALSE, TRUE, '1900-01-01', 'shipped', 'Shipped with the console');

INSERT INTO deadline_rule_rung (rule_id, position, name, percent, severity)
SELECT id, 1, 'WARNING', 75, 'NOTICE' FROM deadline_rule WHERE code = 'PERSON_FLAG';
INSERT INTO deadline_rule_rung (rule_id, position, name, minutes_from_due, severity)
SELECT r.id, s.position, s.name, s.minutes, s.severity
FROM deadline_rule r
JOIN (SELECT 4 AS position, 'DUE' AS name, 0 AS minutes, 'WARNING' AS severity
      UNION ALL SELECT 5, 'ESCALATION', 1440, 'HIGH') s
WHERE r.code = 'PERSON_FLAG';
INSERT INTO deadline_rule_audience (rule_id, position, duty, notified)
SELECT g.rule_id, g.position, a.duty, TRUE
FROM deadline_rule_rung g
JOIN deadline_rule r ON r.id = g.rule_id AND r.code = 'PERSON_FLAG'
JOIN (SELECT 1 AS position, 'SPECIALIST' AS duty
      UNION ALL SELECT 4, 'SPECIALIST'
      UNION ALL SELECT 4, 'SUPERVISOR'
      UNION ALL SELECT 5, 'SUPERVISOR') a ON a.position = g.position;

-- The audience of both is the duty that owns the record; the one named here is called where an account owns it.
INSERT INTO alert_policy (kind, title, severity, escalate_after_minutes, escalate_to, stale_after_minutes, valid_from)
VALUES
    ('PERSON_GLASS_BROKEN', 'A restricted record was opened with a reason', 'HIGH', NULL, NULL, 1440, '2000-01-01'),
    ('PERSON_SEALED_SOUGHT', 'Somebody searched for a sealed record', 'HIGH', NULL, NULL, 1440, '2000-01-01');
INSERT INTO alert_policy_audience (policy_id, duty, notified)
SELECT id, 'SUPERVISOR', TRUE FROM alert_policy WHERE kind IN ('PERSON_GLASS_BROKEN', 'PERSON_SEALED_SOUGHT');
