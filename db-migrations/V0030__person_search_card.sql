-- What a row of the search's results says of a person, ready to be shown: a page of results is one look-up and not eight.
-- Like all of the search's tables it holds nothing of its own and is written in the transaction that changes a person.
CREATE TABLE search_card (
    person_id BIGINT NOT NULL PRIMARY KEY,
    -- Lines as JSON; none of a protected address, none of what was found to be wrong.
    card MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT search_card_person FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Cards of the people who are here already; until the job comes to them their rows are read where they are held.
UPDATE search_backfill SET next_id = 1, last_id = (SELECT COALESCE(MAX(id), 0) FROM person);
