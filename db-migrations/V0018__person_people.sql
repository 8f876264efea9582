-- A person, as far as this console knows one. What the feeds or officers say about somebody stands in the tables below,
-- each value with where it came from; nothing said is overwritten, and what was wrong stays as wrong.
CREATE TABLE person (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    created_at DATETIME(6) NOT NULL,
    -- NULL where a feed named the person first.
    created_by BIGINT NULL,
    police_employee BOOLEAN NOT NULL DEFAULT FALSE,
    sex VARCHAR(12) NOT NULL DEFAULT 'NOT_ASKED',
    -- Set by an officer: then no feed changes it.
    sex_by_hand BOOLEAN NOT NULL DEFAULT FALSE,
    language VARCHAR(60) NULL,
    interpreter_needed BOOLEAN NULL,
    safe_method VARCHAR(255) NULL,
    safe_times VARCHAR(255) NULL,
    unsafe_contact VARCHAR(255) NULL,
    description VARCHAR(2000) NULL,
    restriction VARCHAR(10) NOT NULL DEFAULT 'OPEN',
    restriction_reason VARCHAR(500) NULL,
    restriction_duty VARCHAR(16) NULL,
    restriction_account BIGINT NULL,
    restricted_at DATETIME(6) NULL,
    restricted_by BIGINT NULL,
    -- The group of the retention schedule, and when somebody must look whether the record is still needed.
    retention_group TINYINT NOT NULL DEFAULT 3,
    next_review_on DATE NULL,
    hold_reason VARCHAR(500) NULL,
    held_at DATETIME(6) NULL,
    held_by BIGINT NULL,
    erased_at DATETIME(6) NULL,
    -- A merge moves nothing: the row points at the record it was found to be one with, and every read looks there. So a
    -- merge undone is a pointer taken back.
    merged_into BIGINT NULL,
    -- The end of the chain of merged_into: NULL for a record that stands by itself.
    survivor_id BIGINT NULL,
    CONSTRAINT person_creator FOREIGN KEY (created_by) REFERENCES account (id),
    CONSTRAINT person_restricter FOREIGN KEY (restricted_by) REFERENCES account (id),
    CONSTRAINT person_restriction_owner FOREIGN KEY (restriction_account) REFERENCES account (id),
    CONSTRAINT person_holder FOREIGN KEY (held_by) REFERENCES account (id),
    CONSTRAINT person_merged FOREIGN KEY (merged_into) REFERENCES person (id),
    CONSTRAINT person_survivor FOREIGN KEY (survivor_id) REFERENCES person (id),
    CONSTRAINT person_merged_has_survivor CHECK ((merged_into IS NULL) = (survivor_id IS NULL)),
    CONSTRAINT person_sex CHECK (sex IN ('MALE', 'FEMALE', 'OTHER', 'NOT_ASKED', 'DECLINED', 'UNKNOWN')),
    CONSTRAINT person_restriction CHECK (restriction IN ('OPEN', 'RESTRICTED', 'SEALED')),
    CONSTRAINT person_restriction_owned CHECK (restriction = 'OPEN'
        OR ((restriction_duty IS NOT NULL OR restriction_account IS NOT NULL) AND restriction_reason IS NOT NULL)),
    CONSTRAINT person_retention_group CHECK (retention_group BETWEEN 1 AND 4)
);
CREATE INDEX person_of_survivor ON person (survivor_id, restriction);
CREATE INDEX person_restricted ON person (restriction, id);
CREATE INDEX person_review ON person (next_review_on, id);

-- The protected characteristics and what goes with them. No row: not asked.
CREATE TABLE person_characteristic (
    person_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    answer VARCHAR(10) NOT NULL,
    -- The person's own word, or the code of the list that the force uses; only where an answer was given.
    value VARCHAR(120) NULL,
    reason VARCHAR(255) NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by BIGINT NULL,
    PRIMARY KEY (person_id, kind),
    CONSTRAINT person_characteristic_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_characteristic_recorder FOREIGN KEY (recorded_by) REFERENCES account (id),
    CONSTRAINT person_characteristic_kind CHECK (kind IN ('ETHNICITY', 'GENDER_IDENTITY', 'DISABILITY', 'RELIGION',
        'SEXUAL_ORIENTATION', 'PREGNANCY', 'MARITAL_STATUS', 'NATIONALITY', 'IMMIGRATION')),
    CONSTRAINT person_characteristic_answer CHECK (answer IN ('GIVEN', 'NOT_ASKED', 'DECLINED', 'UNKNOWN')),
    CONSTRAINT person_characteristic_value CHECK ((answer = 'GIVEN') = (value IS NOT NULL))
);

-- In this and the tables below: origin says whether a feed or an officer said it; state whether it holds (CURRENT), held
-- once (FORMER) or never did (WRONG). A feed adds and never changes, and what is WRONG it can't bring back.
CREATE TABLE person_name (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    given_name VARCHAR(120) NULL,
    family_name VARCHAR(120) NULL,
    -- Lower case, without accents, apostrophes and hyphens, words separated by one space; '' where there is none. All
    -- matching and searching is done on these.
    given_key VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    family_key VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_name_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_name_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_name_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_name_kind CHECK (kind IN ('LEGAL', 'USED', 'ALIAS', 'MAIDEN', 'FORMER', 'NICKNAME', 'RELIGIOUS')),
    CONSTRAINT person_name_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_name_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_name_of ON person_name (person_id, id);
CREATE INDEX person_name_family ON person_name (family_key, given_key, person_id);
CREATE INDEX person_name_given ON person_name (given_key, person_id);

-- A date of birth as claimed: several may be, and parts of each may be missing.
CREATE TABLE person_birth (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    birth_year SMALLINT NULL,
    birth_month TINYINT NULL,
    birth_day TINYINT NULL,
    -- Taken from an age or an appearance.
    estimated BOOLEAN NOT NULL DEFAULT FALSE,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_birth_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_birth_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_birth_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_birth_something CHECK (birth_year IS NOT NULL OR birth_month IS NOT NULL OR birth_day IS NOT NULL),
    CONSTRAINT person_birth_month CHECK (birth_month BETWEEN 1 AND 12),
    CONSTRAINT person_birth_day CHECK (birth_day BETWEEN 1 AND 31),
    CONSTRAINT person_birth_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_birth_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_birth_of ON person_birth (person_id, id);
CREATE INDEX person_birth_date ON person_birth (birth_year, birth_month, birth_day, person_id);

CREATE TABLE person_identifier (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    scheme VARCHAR(8) NOT NULL,
    value VARCHAR(60) NOT NULL,
    -- Capitals and digits only, in the scheme's own order.
    value_key VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_identifier_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_identifier_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_identifier_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_identifier_scheme CHECK (scheme IN ('PNC', 'CRO', 'LOCAL', 'CUSTODY')),
    CONSTRAINT person_identifier_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_identifier_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_identifier_of ON person_identifier (person_id, id);
CREATE INDEX person_identifier_value ON person_identifier (value_key, scheme, person_id);

CREATE TABLE person_phone (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    number VARCHAR(40) NOT NULL,
    -- With the country's code and without a plus: 447700900123. As given, digits only, where no country can be told.
    digits VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    -- Whether it is safe to ring; NULL where nobody asked.
    safe BOOLEAN NULL,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_phone_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_phone_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_phone_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_phone_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_phone_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_phone_of ON person_phone (person_id, id);
CREATE INDEX person_phone_digits ON person_phone (digits, person_id);

CREATE TABLE person_email (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    email VARCHAR(254) NOT NULL,
    email_key VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    safe BOOLEAN NULL,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_email_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_email_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_email_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_email_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_email_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_email_of ON person_email (person_id, id);
CREATE INDEX person_email_key ON person_email (email_key, person_id);

CREATE TABLE person_address (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    line VARCHAR(200) NULL,
    postcode VARCHAR(40) NULL,
    -- As names are; and the postcode in capitals without spaces, '' where there is none.
    line_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    postcode_key VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    lived_from DATE NULL,
    lived_to DATE NULL,
    -- A refuge, or where somebody hides: shown to no one but those who may see the record in full.
    protected BOOLEAN NOT NULL DEFAULT FALSE,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_address_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_address_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_address_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_address_something CHECK (line IS NOT NULL OR postcode IS NOT NULL),
    CONSTRAINT person_address_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_address_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_address_of ON person_address (person_id, id);
CREATE INDEX person_address_postcode ON person_address (postcode_key, person_id);
CREATE INDEX person_address_line ON person_address (line_key, person_id);

-- A warning or another marker that officers must see at once.
CREATE TABLE person_marker (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    type VARCHAR(24) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    set_at DATETIME(6) NOT NULL,
    set_by BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    review_on DATE NOT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_marker_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_marker_setter FOREIGN KEY (set_by) REFERENCES account (id),
    CONSTRAINT person_marker_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_marker_type CHECK (type IN ('WEAPONS', 'FIREARMS', 'VIOLENT', 'ASSAULTS_OFFICERS', 'DOGS', 'DRUGS',
        'SELF_HARM', 'SUICIDAL', 'MENTAL_HEALTH', 'ESCAPER', 'CONTAGIOUS', 'CHILDREN', 'DA_VICTIM', 'DA_PERPETRATOR',
        'STALKER', 'CONTROLLING', 'HONOUR_BASED', 'VULNERABLE', 'OTHER'))
);
CREATE INDEX person_marker_of ON person_marker (person_id, ended_at, id);
CREATE INDEX person_marker_review ON person_marker (ended_at, review_on, id);

-- A flag that must stand in another system, and whether it does.
CREATE TABLE person_flag (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    person_id BIGINT NOT NULL,
    system VARCHAR(8) NOT NULL,
    what VARCHAR(160) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    state VARCHAR(12) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    asked_by BIGINT NOT NULL,
    settled_at DATETIME(6) NULL,
    settled_by BIGINT NULL,
    -- What shows that it stands there, or why it need not.
    evidence VARCHAR(500) NULL,
    CONSTRAINT person_flag_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_flag_asker FOREIGN KEY (asked_by) REFERENCES account (id),
    CONSTRAINT person_flag_settler FOREIGN KEY (settled_by) REFERENCES account (id),
    CONSTRAINT person_flag_system CHECK (system IN ('PNC', 'PND', 'LOCAL', 'VISOR')),
    CONSTRAINT person_flag_state CHECK (state IN ('TO_SET', 'SET', 'NOT_NEEDED')),
    CONSTRAINT person_flag_evidence CHECK ((state = 'TO_SET') = (evidence IS NULL))
);
CREATE INDEX person_flag_of ON person_flag (person_id, id);
CREATE INDEX person_flag_open ON person_flag (state, asked_at, id);

-- Read: person is the kind of other, such as "person is the parent of other". Kept once, shown on both pages.
CREATE TABLE person_relationship (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    other_id BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    from_on DATE NULL,
    to_on DATE NULL,
    note VARCHAR(255) NULL,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_relationship_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_relationship_other FOREIGN KEY (other_id) REFERENCES person (id),
    CONSTRAINT person_relationship_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_relationship_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_relationship_two CHECK (person_id <> other_id),
    CONSTRAINT person_relationship_kind CHECK (kind IN ('PARTNER', 'FORMER_PARTNER', 'PARENT', 'CHILD',
        'CHILD_IN_HOUSEHOLD', 'SIBLING', 'OTHER_FAMILY', 'HOUSEHOLD', 'CARER', 'OTHER')),
    CONSTRAINT person_relationship_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_relationship_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_relationship_of ON person_relationship (person_id, id);
CREATE INDEX person_relationship_with ON person_relationship (other_id, id);

-- What other systems hold of a person: shown as theirs, with its date.
CREATE TABLE person_external_record (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    kind VARCHAR(12) NOT NULL,
    system VARCHAR(60) NOT NULL,
    -- The other system's own reference: the same one is held once.
    reference VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    dated_on DATE NOT NULL,
    content TEXT NOT NULL,
    state VARCHAR(8) NOT NULL DEFAULT 'CURRENT',
    origin VARCHAR(8) NOT NULL,
    source VARCHAR(120) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_external_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_external_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_external_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT person_external_once UNIQUE (person_id, kind, system, reference),
    CONSTRAINT person_external_kind CHECK (kind IN ('CONVICTION', 'INTELLIGENCE', 'RISK')),
    CONSTRAINT person_external_state CHECK (state IN ('CURRENT', 'FORMER', 'WRONG')),
    CONSTRAINT person_external_origin CHECK (origin IN ('FEED', 'HAND'))
);
