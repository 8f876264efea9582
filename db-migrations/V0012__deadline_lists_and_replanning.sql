-- Lists of clocks: what is open, in the order of its due time, paused clocks last; both stored, so that a page is found by
-- an index and its cursor is never NULL.
ALTER TABLE deadline
    ADD COLUMN is_open BOOLEAN AS (status IN ('RUNNING', 'PAUSED')) PERSISTENT,
    ADD COLUMN due_order DATETIME(6) AS (COALESCE(due_at, TIMESTAMP'9999-12-31 00:00:00')) PERSISTENT;
CREATE INDEX deadline_live ON deadline (is_open, due_order, id);
DROP INDEX deadline_board ON deadline;
CREATE INDEX deadline_board ON deadline (status, due_order, id);
CREATE INDEX deadline_reference ON deadline (subject_reference, id);
-- Running clocks of one rule in the order of their keys, without the closed ones between them.
CREATE INDEX deadline_of_rule ON deadline (rule_code, is_open, id);

-- Held by everybody who opens a clock, in common, and by whoever changes a rule or the calendar, alone: a clock never
-- opens under a version that is being replaced.
CREATE TABLE deadline_catalogue_lock (
    id TINYINT NOT NULL PRIMARY KEY
);
INSERT INTO deadline_catalogue_lock (id) VALUES (1);

-- Clocks to be put under a new rule or calendar, page by page; kept until all are, so that another node goes on with it.
CREATE TABLE deadline_replan (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rule_code VARCHAR(40) NOT NULL,
    -- The version to run under; NULL for a new calendar: each clock stays under its own.
    rule_id BIGINT NULL,
    -- Whether clocks that started before the version are put under it as well.
    also_running BOOLEAN NOT NULL,
    reason VARCHAR(255) NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    begins_at DATETIME(6) NOT NULL,
    -- How far it has come.
    after_id BIGINT NOT NULL DEFAULT 0,
    changed INT NOT NULL DEFAULT 0,
    done_at DATETIME(6) NULL,
    is_done BOOLEAN AS (done_at IS NOT NULL) PERSISTENT,
    CONSTRAINT deadline_replan_rule FOREIGN KEY (rule_id) REFERENCES deadline_rule (id)
);
CREATE INDEX deadline_replan_next ON deadline_replan (is_done, begins_at);
