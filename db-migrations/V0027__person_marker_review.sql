-- A marker that nobody looked at again in time may be wrong by now, and officers act on it.
INSERT INTO deadline_rule (code, title, kind, length, unit, starts_with, met_when, basis, owner_duty, note, pausable,
    breachable, valid_from, created_by, reason) VALUES
    ('PERSON_MARKER_REVIEW', 'Review of a marker', 'END_OF_DAY', NULL, NULL,
        'Marker set, or kept at its last review', 'Marker kept for longer, with the reason, or taken off',
        'Force policy', 'SPECIALIST',
        'Each marker brings its own day.',
        FALSE, TRUE, '1900-01-01', 'shipped', 'Shipped with the console');

INSERT INTO deadline_rule_rung (rule_id, position, name, minutes_from_due, severity)
SELECT r.id, s.position, s.name, s.minutes, s.severity
FROM deadline_rule r
JOIN (SELECT 1 AS position, 'WARNING' AS name, -10080 AS minutes, 'NOTICE' AS severity
      UNION ALL SELECT 4, 'DUE', 0, 'WARNING'
      UNION ALL SELECT 5, 'ESCALATION', 10080, 'HIGH') s
WHERE r.code = 'PERSON_MARKER_REVIEW';
INSERT INTO deadline_rule_audience (rule_id, position, duty, notified)
SELECT g.rule_id, g.position, a.duty, TRUE
FROM deadline_rule_rung g
JOIN deadline_rule r ON r.id = g.rule_id AND r.code = 'PERSON_MARKER_REVIEW'
JOIN (SELECT 1 AS position, 'SPECIALIST' AS duty
      UNION ALL SELECT 4, 'SPECIALIST'
      UNION ALL SELECT 5, 'SUPERVISOR') a ON a.position = g.position;
