-- How each kind of alert behaves: dated data, a row in force is superseded and never edited.
CREATE TABLE alert_policy (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind VARCHAR(40) NOT NULL,
    title VARCHAR(120) NOT NULL,
    severity VARCHAR(8) NOT NULL,
    escalate_after_minutes INT NULL,
    escalate_to VARCHAR(16) NULL,
    stale_after_minutes INT NOT NULL,
    valid_from DATETIME(6) NOT NULL,
    valid_to DATETIME(6) NULL,
    CONSTRAINT alert_policy_start UNIQUE (kind, valid_from),
    CONSTRAINT alert_policy_severity CHECK (severity IN ('NOTICE', 'WARNING', 'HIGH', 'CRITICAL'))
);

CREATE TABLE alert_policy_audience (
    policy_id BIGINT NOT NULL,
    duty VARCHAR(16) NOT NULL,
    notified BOOLEAN NOT NULL,
    PRIMARY KEY (policy_id, duty),
    CONSTRAINT alert_policy_audience_policy FOREIGN KEY (policy_id) REFERENCES alert_policy (id)
);

CREATE TABLE alert (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind VARCHAR(40) NOT NULL,
    -- Unique while the alert is open, NULL once it is resolved: one open alert per problem. Compared byte by byte.
    dedup_key VARCHAR(120) COLLATE utf8mb4_nopad_bin NULL,
    state VARCHAR(12) NOT NULL,
    severity VARCHAR(8) NOT NULL,
    subject_type VARCHAR(24) NOT NULL,
    subject_id BIGINT NOT NULL,
    subject_reference VARCHAR(80) NOT NULL,
    title VARCHAR(160) NOT NULL,
    detail VARCHAR(500) NOT NULL DEFAULT '',
    area_id BIGINT NULL,
    due_at DATETIME(6) NULL,
    raised_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    acknowledged_at DATETIME(6) NULL,
    acknowledged_by BIGINT NULL,
    assigned_to BIGINT NULL,
    snoozed_until DATETIME(6) NULL,
    resolved_at DATETIME(6) NULL,
    resolved_by BIGINT NULL,
    resolution VARCHAR(500) NULL,
    -- When the engine must look again: a snooze that ends, an acknowledgement gone stale, an escalation.
    wake_at DATETIME(6) NULL,
    escalate_at DATETIME(6) NULL,
    escalate_to VARCHAR(16) NULL,
    escalate_after_minutes INT NULL,
    stale_after_minutes INT NOT NULL,
    -- 0 only between its insert and the end of the transaction that inserts it.
    change_seq BIGINT NOT NULL DEFAULT 0,
    version INT NOT NULL DEFAULT 0,
    -- The order of the live list: most severe first, then what is due first.
    urgency TINYINT AS (CASE severity WHEN 'CRITICAL' THEN 0 WHEN 'HIGH' THEN 1 WHEN 'WARNING' THEN 2 ELSE 3 END)
        PERSISTENT,
    active BOOLEAN AS (state IN ('RAISED', 'ACKNOWLEDGED')) PERSISTENT,
    due_order DATETIME(6) AS (COALESCE(due_at, TIMESTAMP'9999-12-31 00:00:00')) PERSISTENT,
    CONSTRAINT alert_one_open UNIQUE (dedup_key),
    CONSTRAINT alert_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT alert_acknowledger FOREIGN KEY (acknowledged_by) REFERENCES account (id),
    CONSTRAINT alert_assignee FOREIGN KEY (assigned_to) REFERENCES account (id),
    CONSTRAINT alert_resolver FOREIGN KEY (resolved_by) REFERENCES account (id),
    CONSTRAINT alert_state CHECK (state IN ('RAISED', 'ACKNOWLEDGED', 'SNOOZED', 'RESOLVED')),
    CONSTRAINT alert_severity CHECK (severity IN ('NOTICE', 'WARNING', 'HIGH', 'CRITICAL')),
    CONSTRAINT alert_open_has_key CHECK ((state = 'RESOLVED') = (dedup_key IS NULL))
);
CREATE INDEX alert_change ON alert (change_seq, id);
CREATE INDEX alert_wake ON alert (wake_at);
CREATE INDEX alert_live ON alert (active, urgency, due_order, id, area_id);
CREATE INDEX alert_state ON alert (state, id);
CREATE INDEX alert_resolved ON alert (resolved_at, id);
CREATE INDEX alert_subject ON alert (subject_type, subject_id);
CREATE INDEX alert_changed ON alert (changed_at, change_seq);

-- Which duties see an alert, and which of them it calls to act.
CREATE TABLE alert_audience (
    alert_id BIGINT NOT NULL,
    duty VARCHAR(16) NOT NULL,
    notified BOOLEAN NOT NULL,
    PRIMARY KEY (alert_id, duty),
    CONSTRAINT alert_audience_alert FOREIGN KEY (alert_id) REFERENCES alert (id)
);

-- Append-only history.
CREATE TABLE alert_event (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    alert_id BIGINT NOT NULL,
    at DATETIME(6) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    account_id BIGINT NULL,
    severity VARCHAR(8) NULL,
    note VARCHAR(500) NULL,
    CONSTRAINT alert_event_alert FOREIGN KEY (alert_id) REFERENCES alert (id),
    CONSTRAINT alert_event_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT alert_event_kind CHECK (kind IN ('RAISED', 'RUNG', 'NOTIFIED', 'ACKNOWLEDGED', 'ASSIGNED', 'SNOOZED',
        'WOKEN', 'STALE', 'ESCALATED', 'CHANGED', 'RESOLVED'))
);
CREATE INDEX alert_event_history ON alert_event (alert_id, id);

-- Everyone whom an alert called, at which rung: what the sound, the title and the wall screen rest on.
CREATE TABLE alert_notification (
    alert_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    rung VARCHAR(16) NOT NULL,
    duty VARCHAR(16) NOT NULL,
    at DATETIME(6) NOT NULL,
    PRIMARY KEY (alert_id, account_id, rung),
    CONSTRAINT alert_notification_alert FOREIGN KEY (alert_id) REFERENCES alert (id),
    CONSTRAINT alert_notification_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX alert_notification_account ON alert_notification (account_id, alert_id);

-- E-mails to send after commit, at least once, under a key of their own.
CREATE TABLE alert_outbox (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    delivery_key VARCHAR(120) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    attempts INT NOT NULL DEFAULT 0,
    next_attempt_at DATETIME(6) NULL,
    sent_at DATETIME(6) NULL,
    last_problem VARCHAR(255) NULL,
    CONSTRAINT alert_outbox_key UNIQUE (delivery_key)
);
CREATE INDEX alert_outbox_next ON alert_outbox (next_attempt_at);

-- Taken as the last statement of each transaction that changes alerts, so that readers never skip one.
CREATE TABLE alert_change_counter (
    id TINYINT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO alert_change_counter (id, value) VALUES (1, 0);
