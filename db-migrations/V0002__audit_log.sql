-- Append-only: the console's own database user may SELECT and INSERT here and nothing else.
CREATE TABLE audit_entry (
    -- stream * 1,000,000,000,000 + position: a batch knows its keys beforehand, and a stream is one range of them.
    id BIGINT NOT NULL PRIMARY KEY,
    stream SMALLINT NOT NULL,
    position BIGINT NOT NULL,
    at DATETIME(6) NOT NULL,
    account_id BIGINT NULL,
    username VARCHAR(64) NOT NULL,
    duties VARCHAR(200) NOT NULL,
    action VARCHAR(12) NOT NULL,
    subject_type VARCHAR(24) NOT NULL,
    subject_id BIGINT NULL,
    subject_reference VARCHAR(80) NULL,
    what VARCHAR(255) NOT NULL,
    purpose VARCHAR(255) NULL,
    address VARCHAR(64) NOT NULL,
    -- Canonical text: field names with salted hashes of their values, and the ids that were shown.
    detail MEDIUMTEXT NOT NULL,
    previous_hash CHAR(64) NOT NULL,
    hash CHAR(64) NOT NULL,
    CONSTRAINT audit_entry_place CHECK (id = stream * 1000000000000 + position AND position > 0),
    CONSTRAINT audit_entry_action CHECK (action IN ('CREATE', 'CHANGE', 'DELETE', 'VIEW', 'SEARCH', 'PRINT', 'EXPORT',
        'DISCLOSE', 'REFUSED', 'LOGIN', 'LOGOUT', 'SYSTEM'))
);
CREATE INDEX audit_entry_time ON audit_entry (at, id);
CREATE INDEX audit_entry_user ON audit_entry (username, at, id);
CREATE INDEX audit_entry_action ON audit_entry (action, at, id);
CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, at, id);
CREATE INDEX audit_entry_reference ON audit_entry (subject_reference, at, id);

-- Which records an entry showed, touched or named, so that a person's or a record's whole history can be found.
CREATE TABLE audit_shown (
    entry_id BIGINT NOT NULL,
    subject_type VARCHAR(24) NOT NULL,
    subject_id BIGINT NOT NULL,
    PRIMARY KEY (entry_id, subject_type, subject_id),
    CONSTRAINT audit_shown_entry FOREIGN KEY (entry_id) REFERENCES audit_entry (id)
);
CREATE INDEX audit_shown_subject ON audit_shown (subject_type, subject_id, entry_id);

-- The values themselves stand beside the entries: erasable by the owner without breaking the chain. An erased row stays,
-- without its values and its salt, and points at the entry that recorded the erasure.
CREATE TABLE audit_value (
    entry_id BIGINT NOT NULL,
    field VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    salt CHAR(32) NOT NULL,
    before_value MEDIUMTEXT NULL,
    after_value MEDIUMTEXT NULL,
    erased_by BIGINT NULL,
    PRIMARY KEY (entry_id, field),
    CONSTRAINT audit_value_entry FOREIGN KEY (entry_id) REFERENCES audit_entry (id),
    CONSTRAINT audit_value_erasure FOREIGN KEY (erased_by) REFERENCES audit_entry (id)
);

-- One head per stream; a writer takes any that is free, so that writers hardly wait for each other.
CREATE TABLE audit_stream (
    stream SMALLINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    hash CHAR(64) NOT NULL,
    -- What the first entry is chained to: random, so that the outside anchors of one log never fit another's.
    origin CHAR(64) NOT NULL
);
INSERT INTO audit_stream (stream, position, hash, origin)
SELECT seq, 0, '', SHA2(CONCAT(HEX(RANDOM_BYTES(32)), seq), 256) FROM seq_0_to_15;
UPDATE audit_stream SET hash = origin;

CREATE TABLE audit_verification (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    started_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    entries BIGINT NOT NULL,
    anchors BIGINT NOT NULL,
    intact BOOLEAN NOT NULL,
    first_bad_entry BIGINT NULL,
    first_bad_stream SMALLINT NULL,
    first_bad_position BIGINT NULL,
    problem VARCHAR(255) NULL
);
