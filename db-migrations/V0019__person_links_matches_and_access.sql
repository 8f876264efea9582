-- Who is who in the records of other modules: a party of a call, a respondent of an order. The link names the record that
-- the party was found to be; where that was merged since, reads follow it to the survivor.
CREATE TABLE person_link (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    subject_type VARCHAR(24) NOT NULL,
    subject_id BIGINT NOT NULL,
    -- Where in the subject: the party's position in a call.
    place SMALLINT NOT NULL,
    role VARCHAR(16) NOT NULL,
    -- Who set it: the matching, or an officer whom it never contradicts.
    origin VARCHAR(8) NOT NULL,
    -- Of what the subject said about the party: while it is the same, nothing is matched again.
    content_hash CHAR(64) NOT NULL,
    linked_at DATETIME(6) NOT NULL,
    linked_by BIGINT NULL,
    CONSTRAINT person_link_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_link_linker FOREIGN KEY (linked_by) REFERENCES account (id),
    CONSTRAINT person_link_place UNIQUE (subject_type, subject_id, place),
    CONSTRAINT person_link_origin CHECK (origin IN ('FEED', 'HAND'))
);
CREATE INDEX person_link_of ON person_link (person_id, subject_type, subject_id);

-- By which keys a person is looked up as somebody's match: hashes of combined and blurred values, such as the sound of
-- the family name with the year of birth. Candidates are found by these alone.
CREATE TABLE person_block (
    block_key BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (block_key, person_id),
    CONSTRAINT person_block_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Whoever matches holds this row until the transaction ends: two nodes that met the same stranger at once would else make
-- two people.
CREATE TABLE person_matching_turn (
    id TINYINT NOT NULL PRIMARY KEY
);
INSERT INTO person_matching_turn (id) VALUES (1);

-- Two records that may be one person: asked once, decided by an officer.
CREATE TABLE person_match (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version INT NOT NULL DEFAULT 0,
    first_id BIGINT NOT NULL,
    second_id BIGINT NOT NULL,
    -- The weight of the evidence, in bits; not shown before the decision.
    score DECIMAL(8, 3) NOT NULL,
    state VARCHAR(10) NOT NULL,
    raised_at DATETIME(6) NOT NULL,
    decided_at DATETIME(6) NULL,
    decided_by BIGINT NULL,
    note VARCHAR(500) NULL,
    CONSTRAINT person_match_pair UNIQUE (first_id, second_id),
    CONSTRAINT person_match_first FOREIGN KEY (first_id) REFERENCES person (id),
    CONSTRAINT person_match_second FOREIGN KEY (second_id) REFERENCES person (id),
    CONSTRAINT person_match_decider FOREIGN KEY (decided_by) REFERENCES account (id),
    CONSTRAINT person_match_order CHECK (first_id < second_id),
    CONSTRAINT person_match_state CHECK (state IN ('QUEUED', 'SAME', 'NOT_SAME', 'UNSURE')),
    CONSTRAINT person_match_decided CHECK ((state = 'QUEUED') = (decided_at IS NULL))
);
CREATE INDEX person_match_second_of ON person_match (second_id);
CREATE INDEX person_match_queue ON person_match (state, raised_at, id);

-- Every merge that was ever made and which of them were undone.
CREATE TABLE person_merge (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    merged_id BIGINT NOT NULL,
    into_id BIGINT NOT NULL,
    match_id BIGINT NULL,
    reason VARCHAR(500) NOT NULL,
    merged_at DATETIME(6) NOT NULL,
    merged_by BIGINT NULL,
    undone_at DATETIME(6) NULL,
    undone_by BIGINT NULL,
    undo_reason VARCHAR(500) NULL,
    CONSTRAINT person_merge_merged FOREIGN KEY (merged_id) REFERENCES person (id),
    CONSTRAINT person_merge_into FOREIGN KEY (into_id) REFERENCES person (id),
    CONSTRAINT person_merge_match FOREIGN KEY (match_id) REFERENCES person_match (id),
    CONSTRAINT person_merge_merger FOREIGN KEY (merged_by) REFERENCES account (id),
    CONSTRAINT person_merge_undoer FOREIGN KEY (undone_by) REFERENCES account (id)
);
CREATE INDEX person_merge_of ON person_merge (merged_id, id);
CREATE INDEX person_merge_to ON person_merge (into_id, id);

-- Who besides the owner may see a restricted or sealed record.
CREATE TABLE person_access (
    person_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    reason VARCHAR(500) NOT NULL,
    given_at DATETIME(6) NOT NULL,
    given_by BIGINT NOT NULL,
    PRIMARY KEY (person_id, account_id),
    CONSTRAINT person_access_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_access_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT person_access_giver FOREIGN KEY (given_by) REFERENCES account (id)
);

-- Glass that was broken: a restricted record opened for an hour, with a reason, and its owner told.
CREATE TABLE person_access_grant (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    reason VARCHAR(500) NOT NULL,
    granted_at DATETIME(6) NOT NULL,
    ends_at DATETIME(6) NOT NULL,
    CONSTRAINT person_access_grant_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_access_grant_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX person_access_grant_live ON person_access_grant (account_id, ends_at, person_id);
CREATE INDEX person_access_grant_of ON person_access_grant (person_id, id);

-- Whose record an account's own is: nobody sees what concerns themselves.
CREATE TABLE person_account (
    account_id BIGINT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL,
    CONSTRAINT person_account_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT person_account_person FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE INDEX person_account_of ON person_account (person_id);
