-- Cases of the crime system and cases entered here. What is said of a case's people lies with the parties of all modules;
-- here is what a case is: who leads it, how far it is, who is wanted, what was assessed, and what is still to be done.

-- Which cases are serious and complex, or major: the highest level of the rows that fit; volume where none does.
CREATE TABLE case_level_rule (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    criterion VARCHAR(24) NOT NULL,
    -- The grade, the word, or the number; NULL where the criterion needs none.
    value VARCHAR(60) NULL,
    level VARCHAR(16) NOT NULL,
    basis VARCHAR(160) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    CONSTRAINT case_level_rule_criterion CHECK (criterion IN
        ('RISK_GRADE', 'OFFENCE_WORDS', 'SUSPECTS_AT_LEAST', 'CHILDREN_AT_LEAST', 'VICTIM_UNDER_18')),
    CONSTRAINT case_level_rule_level CHECK (level IN ('VOLUME', 'SERIOUS_COMPLEX', 'MAJOR')),
    CONSTRAINT case_level_rule_value CHECK ((value IS NULL) = (criterion = 'VICTIM_UNDER_18'))
);

-- What a level asks of whoever investigates.
CREATE TABLE case_level_standard (
    level VARCHAR(16) NOT NULL,
    -- The lead officer's level of the Professionalising Investigation Programme; NULL where any will do.
    lead_pip SMALLINT NULL,
    oversight BOOLEAN NOT NULL,
    basis VARCHAR(160) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    PRIMARY KEY (level, valid_from),
    CONSTRAINT case_level_standard_level CHECK (level IN ('VOLUME', 'SERIOUS_COMPLEX', 'MAJOR')),
    CONSTRAINT case_level_standard_pip CHECK (lead_pip BETWEEN 1 AND 4)
);

-- When risk is to be looked at again; what nobody assessed has a length as well, so that no case is without a clock.
CREATE TABLE case_review_interval (
    grade VARCHAR(12) NOT NULL,
    length SMALLINT NOT NULL,
    -- Hours end to the minute, days at the end of the last.
    unit VARCHAR(8) NOT NULL,
    basis VARCHAR(160) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    PRIMARY KEY (grade, valid_from),
    CONSTRAINT case_review_interval_grade CHECK (grade IN ('HIGH', 'MEDIUM', 'STANDARD', 'NOT_ASSESSED')),
    CONSTRAINT case_review_interval_unit CHECK (unit IN ('HOURS', 'DAYS')),
    CONSTRAINT case_review_interval_length CHECK (length > 0)
);

-- How long something may be missing from a case before somebody must see to it now.
CREATE TABLE case_limit (
    kind VARCHAR(24) NOT NULL,
    hours INT NOT NULL,
    basis VARCHAR(160) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NULL,
    PRIMARY KEY (kind, valid_from),
    CONSTRAINT case_limit_kind CHECK (kind IN ('ALLOCATE_HIGH', 'ASSESS', 'ADVICE_ANSWER', 'OVERSIGHT', 'NEXT_ATTEMPT')),
    CONSTRAINT case_limit_hours CHECK (hours >= 0)
);

CREATE TABLE case_file (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- CONSOLE for what was entered here. Two references that differ only in case or accents are two cases.
    source VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reference VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    taken_in_at DATETIME(6) NOT NULL,
    content_hash CHAR(64) NOT NULL,
    reported_at DATETIME(6) NOT NULL,
    title VARCHAR(200) NULL,
    area_id BIGINT NULL,
    level VARCHAR(16) NOT NULL,
    level_why VARCHAR(500) NOT NULL,
    level_by_hand BOOLEAN NOT NULL DEFAULT FALSE,
    lead_name VARCHAR(120) NULL,
    lead_collar VARCHAR(40) NULL,
    lead_pip SMALLINT NULL,
    team VARCHAR(80) NULL,
    supervisor VARCHAR(120) NULL,
    -- Somebody allocated it here: no message changes who leads it.
    lead_by_hand BOOLEAN NOT NULL DEFAULT FALSE,
    state VARCHAR(8) NOT NULL,
    closed_at DATETIME(6) NULL,
    outcome VARCHAR(255) NULL,
    -- When it was last opened again: a closing that is told once more and lies before it closes nothing.
    reopened_at DATETIME(6) NULL,
    -- What follows from the case's parts, kept so that lists can be sorted and filtered by it.
    risk_grade VARCHAR(12) NULL,
    outstanding INT NOT NULL DEFAULT 0,
    outstanding_since DATETIME(6) NULL,
    release_on DATE NULL,
    review_due_at DATETIME(6) NULL,
    -- From when it must have a lead officer, NULL while it has one or nothing asks for one.
    allocate_by DATETIME(6) NULL,
    -- From when something about it needs somebody now; NULL where nothing will by the passing of time alone.
    attention_at DATETIME(6) NULL,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT case_file_key UNIQUE (source, reference),
    CONSTRAINT case_file_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT case_file_level CHECK (level IN ('VOLUME', 'SERIOUS_COMPLEX', 'MAJOR')),
    CONSTRAINT case_file_pip CHECK (lead_pip BETWEEN 1 AND 4),
    CONSTRAINT case_file_state CHECK (state IN ('OPEN', 'CLOSED')),
    CONSTRAINT case_file_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CONSTRAINT case_file_risk CHECK (risk_grade IN ('STANDARD', 'MEDIUM', 'HIGH'))
);
CREATE INDEX case_file_reference ON case_file (reference);
CREATE INDEX case_file_reported ON case_file (state, reported_at, id);
CREATE INDEX case_file_area ON case_file (area_id, state, reported_at, id);
CREATE INDEX case_file_attention ON case_file (state, attention_at, id);
CREATE INDEX case_file_review ON case_file (state, review_due_at, id);
CREATE INDEX case_file_outstanding ON case_file (state, outstanding_since, id);
CREATE INDEX case_file_release ON case_file (state, release_on, id);
CREATE INDEX case_file_allocate ON case_file (allocate_by, id);

-- The last number that a case entered here was given, by year.
CREATE TABLE case_number (
    year SMALLINT NOT NULL PRIMARY KEY,
    last INT NOT NULL
);

-- Calls are found by what they are called whenever they are looked for, so that either may come first.
CREATE TABLE case_call (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    -- Empty where whoever named the call did not say which system it is of.
    incident_source VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
    incident_reference VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    origin VARCHAR(8) NOT NULL,
    CONSTRAINT case_call_once UNIQUE (case_id, incident_source, incident_reference),
    CONSTRAINT case_call_case FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT case_call_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX case_call_reference ON case_call (incident_reference);

CREATE TABLE case_crime (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    reference VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    offence VARCHAR(200) NULL,
    recorded_at DATETIME(6) NULL,
    origin VARCHAR(8) NOT NULL,
    CONSTRAINT case_crime_once UNIQUE (case_id, reference),
    CONSTRAINT case_crime_case FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT case_crime_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX case_crime_reference ON case_crime (reference);

-- Who is in the case, by a number that stays theirs; what is said of them lies with the parties of all modules.
CREATE TABLE case_party (
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    role VARCHAR(8) NOT NULL,
    origin VARCHAR(8) NOT NULL,
    -- A feed that no longer names them: their number is never given to somebody else.
    removed_at DATETIME(6) NULL,
    PRIMARY KEY (case_id, place),
    CONSTRAINT case_party_case FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT case_party_role CHECK (role IN ('VICTIM', 'SUSPECT', 'WITNESS', 'CHILD', 'OTHER')),
    CONSTRAINT case_party_origin CHECK (origin IN ('FEED', 'HAND'))
);

CREATE TABLE case_suspect (
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    status VARCHAR(24) NOT NULL,
    status_since DATETIME(6) NOT NULL,
    status_source VARCHAR(8) NOT NULL,
    reason VARCHAR(500) NULL,
    release_on DATE NULL,
    release_from VARCHAR(12) NULL,
    -- What the feed last said: while it says the same, what was learned since stands.
    feed_status VARCHAR(24) NULL,
    feed_since DATETIME(6) NULL,
    PRIMARY KEY (case_id, place),
    CONSTRAINT case_suspect_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT case_suspect_status CHECK (status IN ('OUTSTANDING', 'IN_CUSTODY', 'BAILED', 'UNDER_INVESTIGATION',
        'CHARGED', 'REMANDED', 'IN_PRISON', 'NO_FURTHER_ACTION')),
    CONSTRAINT case_suspect_source CHECK (status_source IN ('FEED', 'HAND', 'CUSTODY')),
    CONSTRAINT case_suspect_release CHECK (release_from IN ('PRISON', 'REMAND', 'HOSPITAL'))
);

-- Every status that anybody told of a suspect, those that came too late to count included.
CREATE TABLE case_suspect_history (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    status VARCHAR(24) NOT NULL,
    since DATETIME(6) NOT NULL,
    source VARCHAR(8) NOT NULL,
    reason VARCHAR(500) NULL,
    -- Whether it became the status; what is older than the status that was held then is kept and changes nothing.
    counted BOOLEAN NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    CONSTRAINT case_suspect_history_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT case_suspect_history_status CHECK (status IN ('OUTSTANDING', 'IN_CUSTODY', 'BAILED',
        'UNDER_INVESTIGATION', 'CHARGED', 'REMANDED', 'IN_PRISON', 'NO_FURTHER_ACTION')),
    CONSTRAINT case_suspect_history_source CHECK (source IN ('FEED', 'HAND', 'CUSTODY'))
);
CREATE INDEX case_suspect_history_of ON case_suspect_history (case_id, place, since, id);

CREATE TABLE case_arrest_attempt (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    at DATETIME(6) NOT NULL,
    made_by VARCHAR(120) NOT NULL,
    note VARCHAR(500) NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    CONSTRAINT case_arrest_attempt_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place)
);
CREATE INDEX case_arrest_attempt_of ON case_arrest_attempt (case_id, place, at, id);

-- Each assessment as it was made; grades of one form are never turned into those of another.
CREATE TABLE case_risk (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    -- NULL where the source gave a grade without its form: the grade is not lost for that.
    tool VARCHAR(8) NULL,
    tool_version VARCHAR(24) NULL,
    grade VARCHAR(12) NOT NULL,
    at DATETIME(6) NOT NULL,
    -- Whether somebody said when, or it is the time at which the console was told.
    at_said BOOLEAN NOT NULL,
    assessor VARCHAR(120) NULL,
    review_on DATE NULL,
    note VARCHAR(500) NULL,
    origin VARCHAR(8) NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    CONSTRAINT case_risk_case FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT case_risk_tool CHECK (tool IN ('DASH', 'DARA')),
    CONSTRAINT case_risk_grade CHECK (grade IN ('STANDARD', 'MEDIUM', 'HIGH')),
    CONSTRAINT case_risk_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX case_risk_of ON case_risk (case_id, at, id);

CREATE TABLE case_child (
    case_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    school VARCHAR(160) NULL,
    PRIMARY KEY (case_id, place),
    CONSTRAINT case_child_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place)
);

-- What people did about a case, as they entered it: the story of its investigation, never rewritten.
CREATE TABLE case_action (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    -- Which evidence, which answer of the prosecutor, what came of the challenge.
    detail VARCHAR(24) NULL,
    at DATETIME(6) NOT NULL,
    note VARCHAR(500) NULL,
    -- The party that it is about, where it is about one.
    place SMALLINT NULL,
    -- The case with the same two people the other way about.
    other_case_id BIGINT NULL,
    recorded_at DATETIME(6) NOT NULL,
    account_id BIGINT NULL,
    recorded_by VARCHAR(120) NOT NULL,
    CONSTRAINT case_action_case FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT case_action_other FOREIGN KEY (other_case_id) REFERENCES case_file (id),
    CONSTRAINT case_action_party FOREIGN KEY (case_id, place) REFERENCES case_party (case_id, place),
    CONSTRAINT case_action_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT case_action_kind CHECK (kind IN ('EVIDENCE', 'ADVICE_ASKED', 'ADVICE_ANSWERED', 'CHALLENGE_MADE',
        'CHALLENGE_NOT_MADE', 'CHALLENGE_ANSWERED', 'OVERSIGHT', 'RISK_REVIEWED', 'PRIMARY_PERPETRATOR', 'ALLOCATED',
        'LEVEL_SET', 'CLOSED', 'REOPENED'))
);
CREATE INDEX case_action_of ON case_action (case_id, at, id);
