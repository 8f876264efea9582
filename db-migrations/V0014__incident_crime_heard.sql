-- When a crime was first heard of: one that is sent without its time was recorded by then, whatever is said of it later.
-- An older node leaves it empty, and then the sender's last change counts, as it did.
ALTER TABLE incident_crime ADD COLUMN heard_at DATETIME(6) NULL;
