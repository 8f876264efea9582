-- The victim's side of a case: what she is owed, how she is reached without danger to her, what was done for her and for the
-- children. Who she is lies with the parties of all modules; here she is a place in a case.

CREATE TABLE victim_side (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    -- Enhanced rights are hers by default in domestic abuse; only a supervisor takes them away, and says why.
    enhanced BOOLEAN NOT NULL DEFAULT TRUE,
    enhanced_why VARCHAR(500) NULL,
    -- When and how she may be contacted: days of the week, minutes of the local day (Europe/London), means. All NULL until
    -- somebody asked her.
    safe_days VARCHAR(80) NULL,
    safe_from SMALLINT NULL,
    safe_to SMALLINT NULL,
    safe_means VARCHAR(120) NULL,
    never_words VARCHAR(500) NULL,
    window_set_at DATETIME(6) NULL,
    window_set_by VARCHAR(120) NULL,
    next_contact_at DATETIME(6) NULL,
    next_contact_means VARCHAR(12) NULL,
    -- Why the next contact is planned outside the safe window.
    next_contact_why VARCHAR(500) NULL,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT victim_side_of UNIQUE (case_id, place),
    CONSTRAINT victim_side_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT victim_side_enhanced CHECK (enhanced OR enhanced_why IS NOT NULL),
    CONSTRAINT victim_side_window CHECK ((safe_days IS NULL) = (safe_from IS NULL) AND (safe_days IS NULL) = (safe_to IS NULL)
        AND (safe_days IS NULL) = (safe_means IS NULL)),
    CONSTRAINT victim_side_minutes CHECK (safe_from BETWEEN 0 AND 1439 AND safe_to BETWEEN 0 AND 1439),
    CONSTRAINT victim_side_next CHECK (next_contact_means IN
        ('CALL', 'TEXT', 'VISIT', 'EMAIL', 'LETTER', 'VIA_IDVA', 'IN_PERSON'))
);
CREATE INDEX victim_side_next_contact ON victim_side (next_contact_at, id);

-- Attempts to reach her, and those that did.
CREATE TABLE victim_contact (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    at DATETIME(6) NOT NULL,
    means VARCHAR(12) NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    note VARCHAR(1000) NULL,
    -- Whether it kept to what she said is safe; why it was made all the same where it did not.
    safe BOOLEAN NOT NULL,
    outside_why VARCHAR(500) NULL,
    recorded_at DATETIME(6) NOT NULL,
    account_id BIGINT NOT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    CONSTRAINT victim_contact_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT victim_contact_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT victim_contact_means CHECK (means IN
        ('CALL', 'TEXT', 'VISIT', 'EMAIL', 'LETTER', 'VIA_IDVA', 'IN_PERSON')),
    CONSTRAINT victim_contact_outcome CHECK (outcome IN
        ('REACHED', 'NO_ANSWER', 'LEFT_NO_MESSAGE', 'NOT_SAFE', 'SOMEBODY_ELSE', 'DECLINED')),
    CONSTRAINT victim_contact_reason CHECK (safe OR outside_why IS NOT NULL)
);
CREATE INDEX victim_contact_of ON victim_contact (case_id, place, outcome, at, id);

-- What she is to be told of one event of one suspect; the subject of its own clock.
CREATE TABLE victim_update (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    suspect_place SMALLINT NULL,
    kind VARCHAR(28) NOT NULL,
    event_at DATETIME(6) NOT NULL,
    -- What she is told, in words that can be said to her.
    words VARCHAR(1000) NOT NULL,
    enhanced BOOLEAN NOT NULL,
    state VARCHAR(12) NOT NULL,
    settled_at DATETIME(6) NULL,
    settled_by VARCHAR(120) NULL,
    contact_id BIGINT NULL,
    -- Why she could not be told, or need not be.
    settled_why VARCHAR(500) NULL,
    -- Why it has no clock, where it can have none: the rules of its time are not held.
    clock_problem VARCHAR(255) NULL,
    opened_at DATETIME(6) NOT NULL,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT victim_update_event UNIQUE (case_id, place, suspect_place, kind, event_at),
    CONSTRAINT victim_update_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT victim_update_suspect FOREIGN KEY (case_id, suspect_place) REFERENCES case_party (case_id, place),
    CONSTRAINT victim_update_contact FOREIGN KEY (contact_id) REFERENCES victim_contact (id),
    CONSTRAINT victim_update_kind CHECK (kind IN ('ARRESTED', 'INTERVIEWED', 'BAILED', 'BAIL_CONDITIONS_CHANGED',
        'UNDER_INVESTIGATION', 'CHARGED', 'REMANDED', 'IN_PRISON', 'NO_FURTHER_ACTION')),
    CONSTRAINT victim_update_state CHECK (state IN ('TO_TELL', 'TOLD', 'COULD_NOT', 'NOT_NEEDED')),
    CONSTRAINT victim_update_settled CHECK ((state = 'TO_TELL') = (settled_at IS NULL)
        AND (state <> 'TOLD' OR contact_id IS NOT NULL)
        AND (state NOT IN ('COULD_NOT', 'NOT_NEEDED') OR settled_why IS NOT NULL))
);
CREATE INDEX victim_update_open ON victim_update (state, event_at, id);

-- What was done for her, step by step: the last step of each need is where it stands.
CREATE TABLE victim_need (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    need VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    at DATETIME(6) NOT NULL,
    -- The service that she was referred to, the measure that was ordered.
    detail VARCHAR(160) NULL,
    note VARCHAR(500) NULL,
    recorded_at DATETIME(6) NOT NULL,
    account_id BIGINT NOT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    CONSTRAINT victim_need_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT victim_need_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT victim_need_step CHECK (
        (need = 'SPECIAL_MEASURES' AND state IN ('OFFERED', 'WANTED', 'DECLINED', 'ORDERED'))
        OR (need = 'STATEMENT' AND state IN ('OFFERED', 'TAKEN', 'DECLINED', 'READ_IN_COURT'))
        OR (need = 'IDVA' AND state IN ('REFERRED', 'ENGAGED', 'DECLINED', 'ENDED'))
        OR (need = 'REPEAT_MEASURES' AND state IN ('AGREED', 'REVIEWED', 'DECLINED', 'ENDED')))
);
CREATE INDEX victim_need_of ON victim_need (case_id, place, need, id);

-- Equipment for her home: a camera, an alarm, locks.
CREATE TABLE victim_equipment (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    item VARCHAR(120) NOT NULL,
    issued_at DATETIME(6) NOT NULL,
    issued_by VARCHAR(120) NOT NULL,
    returned_at DATETIME(6) NULL,
    returned_by VARCHAR(120) NULL,
    CONSTRAINT victim_equipment_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT victim_equipment_returned CHECK ((returned_at IS NULL) = (returned_by IS NULL))
);
CREATE INDEX victim_equipment_of ON victim_equipment (case_id, place, id);

-- The children of a case's household: told to children's services and the child abuse investigation unit, or not, and who
-- of the supervisors confirmed that they are safe.
CREATE TABLE victim_children (
    case_id BIGINT NOT NULL PRIMARY KEY,
    referral VARCHAR(12) NOT NULL,
    why VARCHAR(500) NULL,
    made_at DATETIME(6) NOT NULL,
    made_account_id BIGINT NOT NULL,
    made_by VARCHAR(120) NOT NULL,
    confirmed_at DATETIME(6) NULL,
    confirmed_account_id BIGINT NULL,
    confirmed_by VARCHAR(120) NULL,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT victim_children_case FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT victim_children_made FOREIGN KEY (made_account_id) REFERENCES account (id),
    CONSTRAINT victim_children_confirmed FOREIGN KEY (confirmed_account_id) REFERENCES account (id),
    CONSTRAINT victim_children_referral CHECK (referral IN ('MADE', 'NOT_NEEDED')),
    CONSTRAINT victim_children_why CHECK (referral = 'MADE' OR why IS NOT NULL),
    -- Nobody confirms what they did themselves.
    CONSTRAINT victim_children_other CHECK (confirmed_account_id IS NULL OR confirmed_account_id <> made_account_id)
);

CREATE TABLE victim_school (
    case_id BIGINT NOT NULL,
    -- The child's.
    place SMALLINT NOT NULL,
    state VARCHAR(8) NOT NULL,
    at DATETIME(6) NOT NULL,
    why VARCHAR(500) NULL,
    recorded_at DATETIME(6) NOT NULL,
    account_id BIGINT NOT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    PRIMARY KEY (case_id, place),
    CONSTRAINT victim_school_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT victim_school_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT victim_school_state CHECK (state IN ('TOLD', 'EXEMPT')),
    CONSTRAINT victim_school_why CHECK (state = 'TOLD' OR why IS NOT NULL)
);
