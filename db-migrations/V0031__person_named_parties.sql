-- Who is named in the records of other modules, as it was said there: one table for all modules that have no reason for one
-- of their own, so that matching, discretion and erasure are done in one place.
CREATE TABLE person_named_record (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    subject_type VARCHAR(24) NOT NULL,
    subject_id BIGINT NOT NULL,
    reference VARCHAR(60) NOT NULL,
    -- Another one whenever something else is said of somebody.
    version INT NOT NULL DEFAULT 0,
    changed_at DATETIME(6) NOT NULL,
    -- From which version people were taken; the database itself marks what is due.
    people_version INT NULL,
    people_due BOOLEAN AS (IF(people_version <=> version, NULL, TRUE)) PERSISTENT,
    people_attempts INT NOT NULL DEFAULT 0,
    people_failed_at DATETIME(6) NULL,
    CONSTRAINT person_named_record_of UNIQUE (subject_type, subject_id)
);
CREATE INDEX person_named_record_due ON person_named_record (people_due, id);

CREATE TABLE person_named_party (
    record_id BIGINT NOT NULL,
    -- The module's own number for the party within its record.
    place SMALLINT NOT NULL,
    role VARCHAR(16) NOT NULL,
    given_name VARCHAR(120) NULL,
    family_name VARCHAR(120) NULL,
    date_of_birth DATE NULL,
    sex VARCHAR(24) NULL,
    phone VARCHAR(40) NULL,
    address_line VARCHAR(200) NULL,
    postcode VARCHAR(40) NULL,
    PRIMARY KEY (record_id, place),
    CONSTRAINT person_named_party_record FOREIGN KEY (record_id) REFERENCES person_named_record (id)
);

CREATE TABLE person_named_number (
    record_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    scheme VARCHAR(8) NOT NULL,
    value VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (record_id, place, scheme, value),
    CONSTRAINT person_named_number_party FOREIGN KEY (record_id, place) REFERENCES person_named_party (record_id, place),
    CONSTRAINT person_named_number_scheme CHECK (scheme IN ('PNC', 'CRO', 'LOCAL', 'CUSTODY'))
);

-- By what an erased party is known again when a feed repeats it; from these nothing can be read.
CREATE TABLE person_named_erased (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    record_id BIGINT NOT NULL,
    place SMALLINT NOT NULL,
    salt CHAR(32) NOT NULL,
    name_print CHAR(64) NOT NULL,
    birth_print CHAR(64) NOT NULL,
    phone_print CHAR(64) NOT NULL,
    -- Of identifiers, a space between.
    number_prints TEXT NOT NULL,
    erased_at DATETIME(6) NOT NULL,
    CONSTRAINT person_named_erased_record FOREIGN KEY (record_id) REFERENCES person_named_record (id)
);
CREATE INDEX person_named_erased_of ON person_named_erased (record_id, id);
