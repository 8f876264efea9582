CREATE TABLE area (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    parent_id BIGINT NULL,
    kind VARCHAR(8) NOT NULL,
    code VARCHAR(16) NOT NULL,
    name VARCHAR(80) NOT NULL,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT area_code_unique UNIQUE (code),
    CONSTRAINT area_parent FOREIGN KEY (parent_id) REFERENCES area (id),
    CONSTRAINT area_kind CHECK (kind IN ('FORCE', 'DISTRICT', 'BEAT')),
    CONSTRAINT area_force_is_root CHECK ((kind = 'FORCE') = (parent_id IS NULL))
);

CREATE TABLE account (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    username VARCHAR(64) NOT NULL,
    display_name VARCHAR(120) NOT NULL,
    collar_number VARCHAR(16) NULL,
    officer_rank VARCHAR(32) NULL,
    email VARCHAR(254) NULL,
    kind VARCHAR(8) NOT NULL DEFAULT 'PERSON',
    password_hash VARCHAR(255) NOT NULL,
    demonstration BOOLEAN NOT NULL DEFAULT FALSE,
    enabled BOOLEAN NOT NULL DEFAULT TRUE,
    -- Raised whenever sessions and remembered credentials of the account must end.
    security_version INT NOT NULL DEFAULT 0,
    signed_on_since DATETIME(6) NULL,
    alert_sound BOOLEAN NOT NULL DEFAULT FALSE,
    alert_title_count BOOLEAN NOT NULL DEFAULT TRUE,
    created_at DATETIME(6) NOT NULL,
    version INT NOT NULL DEFAULT 0,
    CONSTRAINT account_username_unique UNIQUE (username),
    CONSTRAINT account_kind CHECK (kind IN ('PERSON', 'MACHINE')),
    CONSTRAINT account_rank CHECK (officer_rank IN ('CONSTABLE', 'SERGEANT', 'INSPECTOR', 'CHIEF_INSPECTOR',
        'SUPERINTENDENT', 'CHIEF_SUPERINTENDENT', 'ASSISTANT_CHIEF_CONSTABLE', 'STAFF'))
);
CREATE INDEX account_signed_on ON account (signed_on_since);

CREATE TABLE account_duty (
    account_id BIGINT NOT NULL,
    duty VARCHAR(16) NOT NULL,
    PRIMARY KEY (account_id, duty),
    CONSTRAINT account_duty_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT account_duty_known CHECK (duty IN ('SUPERVISOR', 'SPECIALIST', 'NPT', 'RESPONSE', 'DVDS', 'DECIDER',
        'CALLS', 'CUSTODY', 'MARAC', 'COURT', 'AUTHOR', 'COMMISSIONER', 'ANALYST', 'LEADER', 'AUDITOR', 'ADMIN', 'FEED'))
);
CREATE INDEX account_duty_duty ON account_duty (duty);

-- No row means the whole force.
CREATE TABLE account_area (
    account_id BIGINT NOT NULL,
    area_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, area_id),
    CONSTRAINT account_area_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT account_area_area FOREIGN KEY (area_id) REFERENCES area (id)
);

-- Failures count per account and address together, so that nobody can lock out a colleague from elsewhere.
CREATE TABLE login_failure (
    username VARCHAR(64) NOT NULL,
    address VARCHAR(64) NOT NULL,
    failures INT NOT NULL,
    last_failed_at DATETIME(6) NOT NULL,
    not_before DATETIME(6) NOT NULL,
    PRIMARY KEY (username, address)
);
CREATE INDEX login_failure_last ON login_failure (last_failed_at);

CREATE TABLE console_session (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    node VARCHAR(80) NOT NULL,
    session_key CHAR(64) NOT NULL,
    address VARCHAR(64) NOT NULL,
    started_at DATETIME(6) NOT NULL,
    -- The person's last key or touch; what limits the session.
    last_seen_at DATETIME(6) NOT NULL,
    -- The node's last word that the session is still there; a node that died says nothing more.
    node_seen_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6) NULL,
    end_reason VARCHAR(40) NULL,
    CONSTRAINT console_session_key UNIQUE (session_key),
    CONSTRAINT console_session_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX console_session_live ON console_session (ended_at, account_id);
CREATE INDEX console_session_node ON console_session (node, ended_at);

-- A wall screen: counts only, opened by a secret link that an administrator can take back.
CREATE TABLE wall_display (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    token_hash CHAR(64) NOT NULL,
    area_id BIGINT NULL,
    created_at DATETIME(6) NOT NULL,
    created_by BIGINT NOT NULL,
    revoked_at DATETIME(6) NULL,
    CONSTRAINT wall_display_token UNIQUE (token_hash),
    CONSTRAINT wall_display_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT wall_display_creator FOREIGN KEY (created_by) REFERENCES account (id)
);
