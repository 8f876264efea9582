CREATE TABLE grade_policy (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    basis VARCHAR(160) NOT NULL,
    valid_from DATETIME(6) NOT NULL,
    valid_to DATETIME(6) NULL,
    created_by VARCHAR(64) NOT NULL,
    reason VARCHAR(255) NOT NULL,
    CONSTRAINT grade_policy_start UNIQUE (valid_from)
);

CREATE TABLE grade_policy_grade (
    policy_id BIGINT NOT NULL,
    -- 1 is the most urgent: a change to a higher number is a downgrade.
    urgency SMALLINT NOT NULL,
    grade VARCHAR(24) NOT NULL,
    urban_minutes INT NULL,
    rural_minutes INT NULL,
    clock_starts VARCHAR(12) NOT NULL,
    PRIMARY KEY (policy_id, urgency),
    CONSTRAINT grade_policy_grade_unique UNIQUE (policy_id, grade),
    CONSTRAINT grade_policy_grade_policy FOREIGN KEY (policy_id) REFERENCES grade_policy (id),
    CONSTRAINT grade_policy_clock CHECK (clock_starts IN ('RECEIVED', 'CREATED', 'GRADED', 'DISPATCHED')),
    CONSTRAINT grade_policy_both_or_none CHECK ((urban_minutes IS NULL) = (rural_minutes IS NULL))
);

CREATE TABLE incident (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Two references that differ only in case or accents are two calls.
    source VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reference VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    taken_in_at DATETIME(6) NOT NULL,
    content_hash CHAR(64) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    created_at DATETIME(6) NULL,
    graded_at DATETIME(6) NULL,
    grade VARCHAR(24) NULL,
    first_grade VARCHAR(24) NULL,
    domestic_abuse BOOLEAN NOT NULL,
    opening_code VARCHAR(40) NULL,
    closing_code VARCHAR(40) NULL,
    disposal VARCHAR(32) NULL,
    description MEDIUMTEXT NULL,
    address_line VARCHAR(200) NULL,
    postcode VARCHAR(40) NULL,
    postcode_doubtful BOOLEAN NOT NULL DEFAULT FALSE,
    locality VARCHAR(8) NULL,
    area_id BIGINT NULL,
    caller_type VARCHAR(16) NULL,
    call_taker_team VARCHAR(60) NULL,
    children_present BOOLEAN NULL,
    dispatched_at DATETIME(6) NULL,
    arrived_at DATETIME(6) NULL,
    closed_at DATETIME(6) NULL,
    risk_tool VARCHAR(8) NULL,
    risk_version VARCHAR(24) NULL,
    risk_grade VARCHAR(12) NULL,
    risk_at DATETIME(6) NULL,
    -- What follows from the above and from people's corrections, kept so that lists can be sorted and filtered by it.
    flagged BOOLEAN NOT NULL,
    flag_removed BOOLEAN NOT NULL,
    lowered BOOLEAN NOT NULL,
    times_impossible BOOLEAN NOT NULL,
    attend_grade VARCHAR(24) NULL,
    attend_by DATETIME(6) NULL,
    attend_warn_at DATETIME(6) NULL,
    first_attend_by DATETIME(6) NULL,
    attended_at DATETIME(6) NULL,
    -- The target while officers are awaited, and NULL once they are not.
    waiting_by DATETIME(6) NULL,
    crime_settled_at DATETIME(6) NULL,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT incident_key UNIQUE (source, reference),
    CONSTRAINT incident_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT incident_disposal CHECK (disposal IN ('ATTENDED', 'RESOLVED_WITHOUT_DEPLOYMENT', 'APPOINTMENT', 'CANCELLED')),
    CONSTRAINT incident_locality CHECK (locality IN ('URBAN', 'RURAL')),
    CONSTRAINT incident_caller CHECK (caller_type IN ('VICTIM', 'SUSPECT', 'CHILD', 'THIRD_PARTY', 'AGENCY', 'ABANDONED')),
    CONSTRAINT incident_risk_tool CHECK (risk_tool IN ('DASH', 'DARA')),
    CONSTRAINT incident_risk_grade CHECK (risk_grade IN ('STANDARD', 'MEDIUM', 'HIGH'))
);
CREATE INDEX incident_received ON incident (received_at, id);
CREATE INDEX incident_area_received ON incident (area_id, received_at, id);
CREATE INDEX incident_reference ON incident (reference);
CREATE INDEX incident_waiting ON incident (waiting_by, id);

CREATE TABLE incident_grade_change (
    incident_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    grade VARCHAR(24) NULL,
    domestic_abuse BOOLEAN NULL,
    at DATETIME(6) NOT NULL,
    changed_by VARCHAR(120) NULL,
    reason VARCHAR(500) NULL,
    authority VARCHAR(120) NULL,
    PRIMARY KEY (incident_id, position),
    CONSTRAINT incident_grade_change_incident FOREIGN KEY (incident_id) REFERENCES incident (id)
);

CREATE TABLE incident_party (
    incident_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    role VARCHAR(8) NOT NULL,
    given_name VARCHAR(120) NULL,
    family_name VARCHAR(120) NULL,
    date_of_birth DATE NULL,
    sex VARCHAR(24) NULL,
    phone VARCHAR(40) NULL,
    address_line VARCHAR(200) NULL,
    postcode VARCHAR(40) NULL,
    PRIMARY KEY (incident_id, position),
    CONSTRAINT incident_party_incident FOREIGN KEY (incident_id) REFERENCES incident (id),
    CONSTRAINT incident_party_role CHECK (role IN ('VICTIM', 'SUSPECT', 'WITNESS', 'CHILD', 'CALLER', 'OTHER'))
);

CREATE TABLE incident_party_identifier (
    incident_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    scheme VARCHAR(8) NOT NULL,
    value VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (incident_id, position, scheme, value),
    CONSTRAINT incident_party_identifier_party FOREIGN KEY (incident_id, position)
        REFERENCES incident_party (incident_id, position),
    CONSTRAINT incident_party_identifier_scheme CHECK (scheme IN ('PNC', 'CRO', 'LOCAL', 'CUSTODY'))
);

CREATE TABLE incident_unit (
    incident_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    unit VARCHAR(60) NOT NULL,
    PRIMARY KEY (incident_id, position),
    CONSTRAINT incident_unit_incident FOREIGN KEY (incident_id) REFERENCES incident (id)
);

CREATE TABLE incident_arrest (
    incident_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    party SMALLINT NULL,
    at DATETIME(6) NULL,
    reason_for_none VARCHAR(500) NULL,
    PRIMARY KEY (incident_id, position),
    CONSTRAINT incident_arrest_incident FOREIGN KEY (incident_id) REFERENCES incident (id)
);

CREATE TABLE incident_crime (
    incident_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    reference VARCHAR(60) NULL,
    recorded_at DATETIME(6) NULL,
    no_crime_reason VARCHAR(500) NULL,
    PRIMARY KEY (incident_id, position),
    CONSTRAINT incident_crime_incident FOREIGN KEY (incident_id) REFERENCES incident (id)
);

-- What a person here put right: a later message from the feed never replaces it.
CREATE TABLE incident_correction (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    incident_id BIGINT NOT NULL,
    field VARCHAR(24) NOT NULL,
    flag_value BOOLEAN NULL,
    time_value DATETIME(6) NULL,
    text_value VARCHAR(500) NULL,
    evidence VARCHAR(500) NOT NULL,
    corrected_by BIGINT NOT NULL,
    corrected_at DATETIME(6) NOT NULL,
    CONSTRAINT incident_correction_incident FOREIGN KEY (incident_id) REFERENCES incident (id),
    CONSTRAINT incident_correction_account FOREIGN KEY (corrected_by) REFERENCES account (id),
    CONSTRAINT incident_correction_field CHECK (field IN ('DOMESTIC_ABUSE', 'ARRIVED_AT', 'CRIME_RECORDED_AT', 'NO_CRIME'))
);
CREATE INDEX incident_correction_of ON incident_correction (incident_id, id);

-- When each feed was last heard: a feed that falls silent is itself an alert.
CREATE TABLE incident_feed (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    last_heard_at DATETIME(6) NOT NULL,
    silent_after_minutes INT NOT NULL DEFAULT 30,
    -- Set when its silence was alerted, so that it is alerted once.
    silent_since DATETIME(6) NULL,
    CONSTRAINT incident_feed_source UNIQUE (source)
);
