-- What a row of the search's results says of a person, ready to be shown: a page of results is one look-up and not eight.
-- Like all of the search's tables it holds nothing of its own and is written in the transaction that changes a person.
CREATE TABLE search_card (
    person_id BIGINT NOT NULL PRIMARY KEY,
    -- Lines as JSON; none of a protected address, none of what was found to be wrong.
    card MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT search_card_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Until now an open row of a hiding place was left out when it was read; from now on every such row is protected itself: of
-- the record that stands for the person, and of those merged into it.
UPDATE person_address AS hidden
    JOIN person AS hider ON hider.id = hidden.person_id
    JOIN person AS own ON own.id = COALESCE(hider.survivor_id, hider.id)
    JOIN person_address AS said ON said.person_id = own.id
SET said.protected = TRUE
WHERE hidden.protected AND NOT said.protected
    AND ((said.line_key = hidden.line_key AND said.postcode_key = hidden.postcode_key)
        OR (said.postcode_key = hidden.postcode_key AND hidden.postcode_key <> '' AND '' IN (said.line_key, hidden.line_key))
        OR (said.line_key = hidden.line_key AND hidden.line_key <> '' AND '' IN (said.postcode_key, hidden.postcode_key)));
UPDATE person_address AS hidden
    JOIN person AS hider ON hider.id = hidden.person_id
    JOIN person AS member ON member.survivor_id = COALESCE(hider.survivor_id, hider.id)
    JOIN person_address AS said ON said.person_id = member.id
SET said.protected = TRUE
WHERE hidden.protected AND NOT said.protected
    AND ((said.line_key = hidden.line_key AND said.postcode_key = hidden.postcode_key)
        OR (said.postcode_key = hidden.postcode_key AND hidden.postcode_key <> '' AND '' IN (said.line_key, hidden.line_key))
        OR (said.line_key = hidden.line_key AND hidden.line_key <> '' AND '' IN (said.postcode_key, hidden.postcode_key)));

-- Cards of the people who are here already; until the job comes to them their rows are read where they are held.
UPDATE search_backfill SET next_id = 1, last_id = (SELECT COALESCE(MAX(id), 0) FROM person);
