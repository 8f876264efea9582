-- How long a record about a person is kept before somebody must look at it again, group by group, as dated data: of
-- several rows of a group the one in force on the day counts.
CREATE TABLE person_retention_group (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    group_number TINYINT NOT NULL,
    title VARCHAR(80) NOT NULL,
    -- Years without any event after which the record is reviewed.
    clear_years SMALLINT NOT NULL,
    -- Years from a review that kept the record to the next one.
    review_years SMALLINT NOT NULL,
    -- Until the person has reached this age the record is reviewed and not erased.
    kept_to_age SMALLINT NULL,
    basis VARCHAR(400) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    CONSTRAINT person_retention_group_start UNIQUE (group_number, valid_from),
    CONSTRAINT person_retention_group_number CHECK (group_number BETWEEN 1 AND 4),
    CONSTRAINT person_retention_group_years CHECK (clear_years > 0 AND review_years > 0)
);
INSERT INTO person_retention_group (group_number, title, clear_years, review_years, kept_to_age, basis, valid_from)
VALUES
    (1, 'Certain public protection matters', 10, 10, 100,
        'College of Policing APP, Management of police information, review, retention and disposal: group 1, kept until the person is 100 and reviewed every 10 years. The force confirms the figures.',
        '2000-01-01'),
    (2, 'Other sexual, violent or serious offences', 10, 10, NULL,
        'College of Policing APP, Management of police information, review, retention and disposal: group 2, a clear period of 10 years, then a review. The force confirms the figures.',
        '2000-01-01'),
    (3, 'All other offences', 6, 5, NULL,
        'College of Policing APP, Management of police information, review, retention and disposal: group 3, a clear period of 6 years, then a review, and one each 5 years where it is kept. The force confirms the figures.',
        '2000-01-01'),
    (4, 'Miscellaneous', 6, 6, NULL,
        'College of Policing APP, Management of police information, review, retention and disposal: group 4 has a period for each category; 6 years is the shortest that the APP gives to any group. The force confirms the figure.',
        '2000-01-01');

-- What puts a record into which group; of all that apply to somebody the lowest number counts. A NULL asks for nothing.
CREATE TABLE person_retention_ground (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind VARCHAR(8) NOT NULL,
    -- The part in a call, the type of a marker, or the system of a flag.
    code VARCHAR(24) NULL,
    domestic_abuse BOOLEAN NULL,
    high_risk BOOLEAN NULL,
    group_number TINYINT NOT NULL,
    -- In an officer's words, after "because".
    why VARCHAR(120) NOT NULL,
    basis VARCHAR(255) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    CONSTRAINT person_retention_ground_kind CHECK (kind IN ('CALL', 'MARKER', 'FLAG', 'NONE')),
    CONSTRAINT person_retention_ground_number CHECK (group_number BETWEEN 1 AND 4)
);
INSERT INTO person_retention_ground (kind, code, domestic_abuse, high_risk, group_number, why, basis, valid_from)
VALUES
    ('CALL', 'SUSPECT', TRUE, TRUE, 1, 'suspect in a domestic abuse call that was assessed as high risk',
        'Shipped choice of the console, after the APP''s potentially dangerous people', '2000-01-01'),
    ('CALL', 'SUSPECT', TRUE, NULL, 2, 'suspect in a domestic abuse call',
        'Shipped choice of the console, after the APP''s violent offences', '2000-01-01'),
    ('CALL', 'VICTIM', TRUE, NULL, 2, 'victim in a domestic abuse call',
        'Shipped choice of the console: who was harmed is protected by the same history as the suspect''s', '2000-01-01'),
    ('CALL', 'CHILD', TRUE, NULL, 2, 'child in a domestic abuse call',
        'Shipped choice of the console: a child is a victim in its own right (Domestic Abuse Act 2021 s.3)', '2000-01-01'),
    ('CALL', 'SUSPECT', NULL, NULL, 3, 'suspect in a call',
        'Shipped choice of the console, after the APP''s other offences', '2000-01-01'),
    ('CALL', NULL, NULL, NULL, 4, 'named in a call otherwise than as a suspect',
        'Shipped choice of the console, after the APP''s group 4', '2000-01-01'),
    ('MARKER', 'DA_PERPETRATOR', NULL, NULL, 2, 'marked as a perpetrator of domestic abuse',
        'Shipped choice of the console', '2000-01-01'),
    ('MARKER', 'STALKER', NULL, NULL, 2, 'marked as a stalker', 'Shipped choice of the console', '2000-01-01'),
    ('MARKER', 'CONTROLLING', NULL, NULL, 2, 'marked as controlling', 'Shipped choice of the console', '2000-01-01'),
    ('MARKER', 'HONOUR_BASED', NULL, NULL, 2, 'marked for honour-based abuse', 'Shipped choice of the console', '2000-01-01'),
    ('MARKER', 'VIOLENT', NULL, NULL, 2, 'marked as violent', 'Shipped choice of the console', '2000-01-01'),
    ('MARKER', 'FIREARMS', NULL, NULL, 2, 'marked for firearms', 'Shipped choice of the console', '2000-01-01'),
    ('FLAG', 'VISOR', NULL, NULL, 1, 'flagged on ViSOR, as those managed under MAPPA are',
        'Shipped choice of the console, after the APP''s people managed under MAPPA', '2000-01-01'),
    ('NONE', NULL, NULL, NULL, 3, 'nothing says otherwise', 'Shipped choice of the console', '2000-01-01');

ALTER TABLE person
    -- Chosen by an officer: then no rule changes it.
    ADD COLUMN retention_by_hand BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN retention_why VARCHAR(255) NULL,
    ADD COLUMN review_basis VARCHAR(255) NULL,
    ADD COLUMN last_event_on DATE NULL,
    -- When a review last kept the record.
    ADD COLUMN reviewed_on DATE NULL,
    -- The day on which group and review were last worked out; NULL once something about the record changed.
    ADD COLUMN retention_worked_on DATE NULL;
CREATE INDEX person_retention_worked ON person (retention_worked_on, id);
CREATE INDEX person_held ON person (held_at, id);

-- Certificates of erasure: append-only, and without anything that was erased.
CREATE TABLE person_erasure (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    done_at DATETIME(6) NOT NULL,
    done_by BIGINT NOT NULL,
    reason VARCHAR(255) NOT NULL,
    retention_group TINYINT NOT NULL,
    review_was_due_on DATE NULL,
    CONSTRAINT person_erasure_once UNIQUE (person_id),
    CONSTRAINT person_erasure_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_erasure_account FOREIGN KEY (done_by) REFERENCES account (id),
    CONSTRAINT person_erasure_kind CHECK (kind IN ('ERASED', 'ANONYMISED'))
);
CREATE TABLE person_erasure_count (
    erasure_id BIGINT NOT NULL,
    what VARCHAR(24) NOT NULL,
    number INT NOT NULL,
    PRIMARY KEY (erasure_id, what),
    CONSTRAINT person_erasure_count_of FOREIGN KEY (erasure_id) REFERENCES person_erasure (id)
);
-- Whose entries in the audit log lose their values after an erasure; '' for every field.
CREATE TABLE person_erasure_subject (
    erasure_id BIGINT NOT NULL,
    subject_type VARCHAR(24) NOT NULL,
    subject_id BIGINT NOT NULL,
    field VARCHAR(64) NOT NULL,
    PRIMARY KEY (erasure_id, subject_type, subject_id, field),
    CONSTRAINT person_erasure_subject_of FOREIGN KEY (erasure_id) REFERENCES person_erasure (id)
);
-- That they have lost them.
CREATE TABLE person_erasure_log (
    erasure_id BIGINT NOT NULL PRIMARY KEY,
    erased_at DATETIME(6) NOT NULL,
    entries INT NOT NULL,
    CONSTRAINT person_erasure_log_of FOREIGN KEY (erasure_id) REFERENCES person_erasure (id)
);

-- Parties of calls who were erased: by these salted fingerprints a message that names them again is known, and kept
-- without them.
CREATE TABLE incident_erased_party (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    incident_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    salt CHAR(32) NOT NULL,
    name_print CHAR(64) NOT NULL,
    birth_print CHAR(64) NOT NULL,
    phone_print CHAR(64) NOT NULL,
    -- Of identifiers, a space between.
    number_prints TEXT NOT NULL,
    erased_at DATETIME(6) NOT NULL,
    CONSTRAINT incident_erased_party_incident FOREIGN KEY (incident_id) REFERENCES incident (id)
);
CREATE INDEX incident_erased_party_of ON incident_erased_party (incident_id, id);
