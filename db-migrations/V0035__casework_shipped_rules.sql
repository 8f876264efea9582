-- What Vigil ships with; a force ends a row and starts another.
INSERT INTO case_level_rule (criterion, value, level, basis, valid_from) VALUES
    ('OFFENCE_WORDS', 'murder', 'MAJOR', 'Homicide, attempts included, is a major investigation; force policy', '1900-01-01'),
    ('OFFENCE_WORDS', 'manslaughter', 'MAJOR', 'Homicide, attempts included, is a major investigation; force policy', '1900-01-01'),
    ('OFFENCE_WORDS', 'rape', 'SERIOUS_COMPLEX', 'APP: serious and complex cases are led at PIP level 2', '1900-01-01'),
    ('OFFENCE_WORDS', 'coercive', 'SERIOUS_COMPLEX', 'APP: coercive control and stalking are serious and complex', '1900-01-01'),
    ('OFFENCE_WORDS', 'controlling', 'SERIOUS_COMPLEX', 'APP: coercive control and stalking are serious and complex', '1900-01-01'),
    ('OFFENCE_WORDS', 'stalking', 'SERIOUS_COMPLEX', 'APP: coercive control and stalking are serious and complex', '1900-01-01'),
    ('RISK_GRADE', 'HIGH', 'SERIOUS_COMPLEX', 'Assessed as high risk; force policy', '1900-01-01');

INSERT INTO case_level_standard (level, lead_pip, oversight, basis, valid_from) VALUES
    ('VOLUME', NULL, FALSE, 'Force policy', '1900-01-01'),
    ('SERIOUS_COMPLEX', 2, TRUE, 'APP on domestic abuse: led at PIP level 2, overseen by a specialist', '1900-01-01'),
    ('MAJOR', 2, TRUE, 'APP on domestic abuse: led at PIP level 2 at least, overseen by a specialist', '1900-01-01');

INSERT INTO case_review_interval (grade, length, unit, basis, valid_from) VALUES
    ('HIGH', 72, 'HOURS', 'Force policy', '1900-01-01'),
    ('NOT_ASSESSED', 7, 'DAYS', 'Force policy', '1900-01-01'),
    ('MEDIUM', 30, 'DAYS', 'Force policy', '1900-01-01'),
    ('STANDARD', 60, 'DAYS', 'Force policy', '1900-01-01');

INSERT INTO case_limit (kind, hours, basis, valid_from) VALUES
    ('ALLOCATE_HIGH', 24, 'Force policy', '1900-01-01'),
    ('ASSESS', 24, 'Force policy', '1900-01-01'),
    ('ADVICE_ANSWER', 672, 'Force policy', '1900-01-01'),
    ('OVERSIGHT', 72, 'Force policy', '1900-01-01'),
    ('NEXT_ATTEMPT', 72, 'Force policy', '1900-01-01');

INSERT INTO alert_policy (kind, title, severity, escalate_after_minutes, escalate_to, stale_after_minutes, valid_from)
VALUES
    ('CASE_UNALLOCATED', 'High-risk case without a lead officer', 'HIGH', 240, 'LEADER', 1440, '2000-01-01'),
    ('CASE_CLOSED_CHARGED', 'Charged in a case that was closed', 'HIGH', 240, 'LEADER', 1440, '2000-01-01');
INSERT INTO alert_policy_audience (policy_id, duty, notified)
SELECT policy.id, audience.duty, audience.notified
FROM alert_policy policy
JOIN (
    SELECT 'CASE_UNALLOCATED' AS kind, 'SUPERVISOR' AS duty, TRUE AS notified
    UNION ALL SELECT 'CASE_CLOSED_CHARGED', 'SUPERVISOR', TRUE
    UNION ALL SELECT 'CASE_CLOSED_CHARGED', 'SPECIALIST', TRUE
) audience ON audience.kind = policy.kind;
