-- One row once the demonstration's story has begun. It is told from a fixed seed and this instant, so that a start which
-- was cut short can be told to its end without doubling a call.
CREATE TABLE demonstration_story (
    id TINYINT NOT NULL PRIMARY KEY,
    began_at DATETIME(6) NOT NULL,
    told_at DATETIME(6) NULL,
    CONSTRAINT demonstration_story_one CHECK (id = 1)
);
