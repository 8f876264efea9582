-- Somebody remembers how a number ends: backwards, that is where an index begins.
ALTER TABLE person_phone
    ADD COLUMN digits_backwards VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        GENERATED ALWAYS AS (REVERSE(digits)) VIRTUAL;
CREATE INDEX person_phone_ends ON person_phone (digits_backwards, person_id);

-- What another system calls its record of somebody is typed into the search as well.
CREATE INDEX person_external_reference ON person_external_record (reference, person_id);

-- Houses in named blocks, names that say one word twice and addresses that another record hides: the index is made anew.
UPDATE search_backfill SET next_id = 1, last_id = (SELECT COALESCE(MAX(id), 0) FROM person);
