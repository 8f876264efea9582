-- Photographs of people as the console shows them: read, scaled and written anew when they were given, so that nothing but
-- the picture came in.
CREATE TABLE person_photograph (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    taken_on DATE NOT NULL,
    source VARCHAR(120) NOT NULL,
    -- Of the content, a JPEG.
    sha256 CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    content MEDIUMBLOB NOT NULL,
    added_at DATETIME(6) NOT NULL,
    added_by BIGINT NOT NULL,
    ended_at DATETIME(6) NULL,
    ended_by BIGINT NULL,
    end_reason VARCHAR(255) NULL,
    CONSTRAINT person_photograph_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_photograph_adder FOREIGN KEY (added_by) REFERENCES account (id),
    CONSTRAINT person_photograph_ender FOREIGN KEY (ended_by) REFERENCES account (id)
);
CREATE INDEX person_photograph_of ON person_photograph (person_id, ended_at, taken_on, id);
