-- How often the people of a call could not be taken since they were last, and when that failed last: such a call is tried
-- again later and later, and keeps no other waiting.
ALTER TABLE incident ADD COLUMN people_attempts INT NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN people_failed_at DATETIME(6) NULL;
