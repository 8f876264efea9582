CREATE TABLE calendar_edition (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source_name VARCHAR(160) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    loaded_at DATETIME(6) NOT NULL,
    loaded_by VARCHAR(64) NOT NULL,
    first_year INT NOT NULL,
    last_year INT NOT NULL
);

CREATE TABLE bank_holiday (
    edition_id BIGINT NOT NULL,
    day DATE NOT NULL,
    title VARCHAR(80) NOT NULL,
    notes VARCHAR(80) NOT NULL DEFAULT '',
    PRIMARY KEY (edition_id, day),
    CONSTRAINT bank_holiday_edition FOREIGN KEY (edition_id) REFERENCES calendar_edition (id)
);

-- A row in force is never edited: a change ends it and starts another.
CREATE TABLE deadline_rule (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code VARCHAR(40) NOT NULL,
    title VARCHAR(120) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    -- In the kind's own unit: minutes, hours, days, months or working days; NULL where each clock brings its own end.
    length INT NULL,
    unit VARCHAR(14) NULL,
    starts_with VARCHAR(255) NOT NULL,
    met_when VARCHAR(255) NOT NULL,
    basis VARCHAR(160) NOT NULL,
    note VARCHAR(500) NULL,
    owner_duty VARCHAR(16) NOT NULL,
    pausable BOOLEAN NOT NULL DEFAULT FALSE,
    breachable BOOLEAN NOT NULL DEFAULT TRUE,
    stale_after_minutes INT NOT NULL DEFAULT 120,
    valid_from DATETIME(6) NOT NULL,
    valid_to DATETIME(6) NULL,
    created_by VARCHAR(64) NOT NULL,
    reason VARCHAR(255) NOT NULL,
    CONSTRAINT deadline_rule_start UNIQUE (code, valid_from),
    CONSTRAINT deadline_rule_kind CHECK (kind IN ('C1', 'C2', 'C3', 'C4A', 'C4B', 'C5A', 'C5B', 'C6', 'END_OF_DAY',
        'AT', 'SITTING', 'SCHOOL_DAY')),
    CONSTRAINT deadline_rule_unit CHECK (unit IN ('MINUTES', 'HOURS', 'DAYS', 'MONTHS', 'WORKING_DAYS'))
);

CREATE TABLE deadline_rule_rung (
    rule_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    name VARCHAR(16) NOT NULL,
    -- Exactly one of the three says when: a share of the time that the clock has, minutes from due, or days from start.
    percent INT NULL,
    minutes_from_due INT NULL,
    days_from_start INT NULL,
    severity VARCHAR(8) NOT NULL,
    PRIMARY KEY (rule_id, position),
    CONSTRAINT deadline_rule_rung_rule FOREIGN KEY (rule_id) REFERENCES deadline_rule (id),
    CONSTRAINT deadline_rule_rung_name CHECK (name IN ('WARNING', 'SECOND_WARNING', 'LAST_WARNING', 'DUE', 'ESCALATION',
        'SENIOR')),
    CONSTRAINT deadline_rule_rung_when CHECK ((percent IS NOT NULL) + (minutes_from_due IS NOT NULL)
        + (days_from_start IS NOT NULL) = 1)
);

CREATE TABLE deadline_rule_audience (
    rule_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    duty VARCHAR(16) NOT NULL,
    notified BOOLEAN NOT NULL,
    PRIMARY KEY (rule_id, position, duty),
    CONSTRAINT deadline_rule_audience_rung FOREIGN KEY (rule_id, position)
        REFERENCES deadline_rule_rung (rule_id, position)
);

CREATE TABLE deadline (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rule_id BIGINT NOT NULL,
    rule_code VARCHAR(40) NOT NULL,
    subject_type VARCHAR(24) NOT NULL,
    subject_id BIGINT NOT NULL,
    subject_reference VARCHAR(80) NOT NULL,
    title VARCHAR(160) NOT NULL,
    area_id BIGINT NULL,
    started_at DATETIME(6) NOT NULL,
    start_evidence VARCHAR(160) NOT NULL,
    -- What the clock was given, where the rule leaves it to the case: minutes, or an end fixed by a court or panel.
    given_minutes INT NULL,
    given_end DATETIME(6) NULL,
    not_later_than DATETIME(6) NULL,
    -- Yes-or-no facts of the case that change the count, separated by commas.
    circumstances VARCHAR(120) NOT NULL DEFAULT '',
    status VARCHAR(10) NOT NULL,
    due_at DATETIME(6) NULL,
    first_due_at DATETIME(6) NOT NULL,
    -- From here on it counts as due soon: its first warning, or due where it has none.
    soon_at DATETIME(6) NULL,
    -- False where the due time rests on an assumption: it warns, and passing it is no breach.
    breachable BOOLEAN NOT NULL DEFAULT TRUE,
    consumed_micros BIGINT NOT NULL DEFAULT 0,
    running_since DATETIME(6) NULL,
    next_rung SMALLINT NULL,
    next_rung_at DATETIME(6) NULL,
    -- Set when an item could not be swept: it is retried alone, later, and never stops the rest.
    sweep_failures INT NOT NULL DEFAULT 0,
    opened_at DATETIME(6) NOT NULL,
    closed_at DATETIME(6) NULL,
    met_at DATETIME(6) NULL,
    met_evidence VARCHAR(255) NULL,
    recorded_late BOOLEAN NOT NULL DEFAULT FALSE,
    close_reason VARCHAR(255) NULL,
    closed_by VARCHAR(64) NULL,
    calendar_edition_id BIGINT NULL,
    supersedes_id BIGINT NULL,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT deadline_rule_fk FOREIGN KEY (rule_id) REFERENCES deadline_rule (id),
    CONSTRAINT deadline_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT deadline_edition FOREIGN KEY (calendar_edition_id) REFERENCES calendar_edition (id),
    CONSTRAINT deadline_supersedes FOREIGN KEY (supersedes_id) REFERENCES deadline (id),
    CONSTRAINT deadline_status CHECK (status IN ('RUNNING', 'PAUSED', 'MET', 'MET_LATE', 'CANCELLED', 'SUPERSEDED')),
    CONSTRAINT deadline_paused_has_no_due CHECK (status <> 'PAUSED' OR (due_at IS NULL AND next_rung_at IS NULL)),
    CONSTRAINT deadline_running_has_due CHECK (status <> 'RUNNING' OR due_at IS NOT NULL)
);
CREATE INDEX deadline_sweep ON deadline (next_rung_at, id);
CREATE INDEX deadline_subject ON deadline (subject_type, subject_id, rule_code);
CREATE INDEX deadline_board ON deadline (status, due_at, id);
CREATE INDEX deadline_opened ON deadline (opened_at, id);
CREATE INDEX deadline_area_board ON deadline (area_id, status, due_at);

-- The insert is the claim: a rung fires once, for ever. Append-only.
CREATE TABLE deadline_rung (
    deadline_id BIGINT NOT NULL,
    rung SMALLINT NOT NULL,
    name VARCHAR(16) NOT NULL,
    due_at DATETIME(6) NOT NULL,
    fired_at DATETIME(6) NOT NULL,
    node VARCHAR(80) NOT NULL,
    PRIMARY KEY (deadline_id, rung),
    CONSTRAINT deadline_rung_deadline FOREIGN KEY (deadline_id) REFERENCES deadline (id)
);

CREATE TABLE deadline_pause (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    deadline_id BIGINT NOT NULL,
    paused_at DATETIME(6) NOT NULL,
    resumed_at DATETIME(6) NULL,
    -- What was due when the clock stopped: with the two times it gives the new due time again, day for day.
    due_before DATETIME(6) NOT NULL,
    least_days_left INT NOT NULL DEFAULT 0,
    reason VARCHAR(255) NOT NULL,
    paused_by VARCHAR(64) NOT NULL,
    resumed_by VARCHAR(64) NULL,
    CONSTRAINT deadline_pause_deadline FOREIGN KEY (deadline_id) REFERENCES deadline (id)
);
CREATE INDEX deadline_pause_of ON deadline_pause (deadline_id, id);

-- One row per engine job, written when it has run through: what "alerts checked n s ago" reads.
CREATE TABLE engine_heartbeat (
    job VARCHAR(40) NOT NULL PRIMARY KEY,
    finished_at DATETIME(6) NULL,
    node VARCHAR(80) NOT NULL,
    examined INT NOT NULL,
    raised INT NOT NULL,
    failed INT NOT NULL,
    -- What its last run threw; NULL once it has run through again.
    problem VARCHAR(255) NULL
);

CREATE TABLE engine_node (
    node VARCHAR(80) NOT NULL PRIMARY KEY,
    started_at DATETIME(6) NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    standing_by BOOLEAN NOT NULL,
    problem VARCHAR(255) NULL
);
