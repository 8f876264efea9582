-- An example that works: a force supersedes it with its own policy before it goes live.
INSERT INTO grade_policy (id, name, basis, valid_from, valid_to, created_by, reason)
VALUES (1, 'Shipped grade policy', 'Shipped example; to be superseded by the force''s own grade policy',
    '1900-01-01 00:00:00', NULL, 'Vigil', 'Shipped with the console');

INSERT INTO grade_policy_grade (policy_id, urgency, grade, urban_minutes, rural_minutes, clock_starts)
VALUES (1, 1, 'IMMEDIATE', 15, 20, 'RECEIVED'),
    (1, 2, 'PRIORITY', 60, 60, 'CREATED'),
    (1, 3, 'SCHEDULED', 2880, 2880, 'GRADED'),
    (1, 4, 'RESOLUTION', NULL, NULL, 'RECEIVED');
