-- Counts what a feed sent: two batches that were heard at the same instant are still two.
ALTER TABLE incident_feed ADD COLUMN batches BIGINT NOT NULL DEFAULT 0;
