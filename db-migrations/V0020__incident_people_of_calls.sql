-- Which version of the call its people were taken from. The database itself marks a call whose people are due, so that
-- the intake does nothing for it, and a node of the version before neither.
ALTER TABLE incident ADD COLUMN people_version INT NULL;
ALTER TABLE incident ADD COLUMN people_due BOOLEAN AS (IF(people_version <=> version, NULL, TRUE)) PERSISTENT;
CREATE INDEX incident_people_due ON incident (people_due, id);
