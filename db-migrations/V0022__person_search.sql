-- What the single search looks things up in. It holds nothing of its own: all of it follows from the tables of people and
-- is written in the transaction that changes those.

-- The dictionary: every word of any name once. A misspelt word is compared with these, never with people.
CREATE TABLE search_word (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    word VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    -- How many people bear it, as last counted: it orders suggestions and weighs rarity, so it may lag.
    people INT NOT NULL DEFAULT 0,
    CONSTRAINT search_word_once UNIQUE (word)
);

-- What is left of a word when up to two of its first seven letters are taken out. Words that are two slips of the finger
-- apart share such a rest, so that neighbours are found by equality.
CREATE TABLE search_near (
    near_key VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    taken TINYINT NOT NULL,
    word_id INT NOT NULL,
    PRIMARY KEY (near_key, taken, word_id),
    CONSTRAINT search_near_word FOREIGN KEY (word_id) REFERENCES search_word (id)
);

CREATE TABLE search_sound (
    sound_key VARCHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    word_id INT NOT NULL,
    PRIMARY KEY (sound_key, word_id),
    CONSTRAINT search_sound_word FOREIGN KEY (word_id) REFERENCES search_word (id)
);

-- Who bears which two words in one name, in both orders: a name of two words is a look-up, in whatever order they come.
-- A word that stands alone is paired with 0, and so is a year of birth that nobody knows.
CREATE TABLE search_name (
    word_id INT NOT NULL,
    other_id INT NOT NULL,
    birth_year SMALLINT NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (word_id, other_id, birth_year, person_id),
    CONSTRAINT search_name_word FOREIGN KEY (word_id) REFERENCES search_word (id),
    CONSTRAINT search_name_person FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE INDEX search_name_of ON search_name (person_id);
-- One word alone with a year: a common one has thousands of pairs.
CREATE INDEX search_name_born ON search_name (word_id, birth_year, person_id);

-- Streets as words, each once; house and flat numbers apart.
CREATE TABLE search_street (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    street VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    CONSTRAINT search_street_once UNIQUE (street)
);

CREATE TABLE search_street_word (
    word VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    street_id INT NOT NULL,
    PRIMARY KEY (word, street_id),
    CONSTRAINT search_street_word_street FOREIGN KEY (street_id) REFERENCES search_street (id)
);

CREATE TABLE search_place (
    street_id INT NOT NULL,
    house VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (street_id, house, person_id),
    CONSTRAINT search_place_street FOREIGN KEY (street_id) REFERENCES search_street (id),
    CONSTRAINT search_place_person FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE INDEX search_place_of ON search_place (person_id);

-- Words whose count has to move: written beside the names, folded into the dictionary by a job, so that no two
-- transactions wait for each other because both took in a Smith.
CREATE TABLE search_count (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    word_id INT NOT NULL,
    people INT NOT NULL,
    CONSTRAINT search_count_word FOREIGN KEY (word_id) REFERENCES search_word (id)
);

-- People who were here before the index was, or before it was made anew: a job works through them once.
CREATE TABLE search_backfill (
    id TINYINT NOT NULL PRIMARY KEY,
    next_id BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    CONSTRAINT search_backfill_one CHECK (id = 1)
);
INSERT INTO search_backfill (id, next_id, last_id) SELECT 1, 1, COALESCE(MAX(id), 0) FROM person;
