-- One arrest to its outcome. What stands here of it follows from its events and is kept so that lists can be sorted and
-- filtered by it.
CREATE TABLE custody_record (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    -- Two references that differ only in case or accents are two records.
    source VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reference VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    area_id BIGINT NULL,
    station VARCHAR(120) NULL,
    domestic_abuse BOOLEAN NOT NULL,
    state VARCHAR(24) NOT NULL,
    in_cell BOOLEAN NOT NULL,
    since DATETIME(6) NOT NULL,
    arrested_at DATETIME(6) NULL,
    -- When the earliest of the clocks that press now ends; NULL where none does.
    limit_at DATETIME(6) NULL,
    victim_due BOOLEAN NOT NULL,
    offences VARCHAR(255) NULL,
    -- The alert that several records of one person are open, while they are.
    twin_key VARCHAR(80) NULL,
    taken_in_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    CONSTRAINT custody_record_key UNIQUE (source, reference),
    CONSTRAINT custody_record_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT custody_record_state CHECK (state IN ('NOT_ARRESTED', 'IN_CUSTODY', 'ON_BAIL', 'UNDER_INVESTIGATION',
        'CHARGED', 'NO_ACTION', 'REMANDED', 'AT_COURT'))
);
CREATE INDEX custody_record_reference ON custody_record (reference);
CREATE INDEX custody_record_held ON custody_record (in_cell, limit_at, id);
CREATE INDEX custody_record_state_limit ON custody_record (state, limit_at, id);
CREATE INDEX custody_record_state_since ON custody_record (state, since, id);
CREATE INDEX custody_record_since ON custody_record (since, id);
CREATE INDEX custody_record_twin ON custody_record (twin_key);

-- What happened, never edited: a telling that puts another right replaces it, and the replaced one stays.
CREATE TABLE custody_event (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    custody_id BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    at DATETIME(6) NOT NULL,
    -- TRUE while it counts, and NULL once it was put right.
    is_current BOOLEAN NULL,
    content_hash CHAR(64) NOT NULL,
    station VARCHAR(120) NULL,
    officer VARCHAR(120) NULL,
    reason VARCHAR(1000) NULL,
    bail_ends_at DATETIME(6) NULL,
    court VARCHAR(160) NULL,
    hearing_at DATETIME(6) NULL,
    authority VARCHAR(16) NULL,
    detention_ends_at DATETIME(6) NULL,
    arrested_for VARCHAR(24) NULL,
    surrender_at DATETIME(6) NULL,
    order_hearing_at DATETIME(6) NULL,
    murder BOOLEAN NOT NULL,
    domestic_abuse BOOLEAN NULL,
    release_at DATETIME(6) NULL,
    told_how VARCHAR(255) NULL,
    told_conditions BOOLEAN NULL,
    attempts VARCHAR(1000) NULL,
    safeguarding VARCHAR(1000) NULL,
    victim_risk VARCHAR(1000) NULL,
    victim_views VARCHAR(1000) NULL,
    views_not_asked VARCHAR(1000) NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    by_hand BOOLEAN NOT NULL,
    CONSTRAINT custody_event_record FOREIGN KEY (custody_id) REFERENCES custody_record (id),
    CONSTRAINT custody_event_once UNIQUE (custody_id, kind, at, is_current),
    CONSTRAINT custody_event_kind CHECK (kind IN ('ARRESTED', 'ARRIVED', 'DETENTION_AUTHORISED', 'REVIEWED', 'INTERVIEWED',
        'EXTENDED', 'CHARGING_DECISION_SOUGHT', 'CHARGING_DECISION_RETURNED', 'CHARGED', 'RELEASE_DECIDED', 'VICTIM_TOLD',
        'RELEASED_BAIL', 'RELEASED_UNDER_INVESTIGATION', 'RELEASED_NO_ACTION', 'BAIL_EXTENDED',
        'BAIL_CONDITIONS_CHANGED', 'REMANDED', 'COURT_RESULT')),
    CONSTRAINT custody_event_authority CHECK (authority IN ('CUSTODY_OFFICER', 'INSPECTOR', 'SUPERINTENDENT', 'DESIGNATED',
        'COURT')),
    CONSTRAINT custody_event_arrest CHECK (arrested_for IN ('OFFENCE', 'DVPN_BREACH', 'DVPO_BREACH', 'DAPN_BREACH',
        'OCCUPATION_ORDER', 'COURT_BAIL', 'STREET_BAIL')),
    CONSTRAINT custody_event_current CHECK (is_current IS NULL OR is_current = TRUE)
);

-- Conditions of bail, offences, and what was considered before a decision: each on a line of its own.
CREATE TABLE custody_event_line (
    event_id BIGINT NOT NULL,
    kind VARCHAR(12) NOT NULL,
    place SMALLINT NOT NULL,
    text VARCHAR(500) NOT NULL,
    PRIMARY KEY (event_id, kind, place),
    CONSTRAINT custody_event_line_event FOREIGN KEY (event_id) REFERENCES custody_event (id),
    CONSTRAINT custody_event_line_kind CHECK (kind IN ('CONDITION', 'OFFENCE', 'CONSIDERED'))
);

-- The last number that the console gave to a record of its own in a year.
CREATE TABLE custody_number (
    year SMALLINT NOT NULL PRIMARY KEY,
    last_number INT NOT NULL
);
