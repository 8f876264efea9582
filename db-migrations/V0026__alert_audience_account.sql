-- People whom an alert names: those it calls whatever their duties are, and those who never see it, since it is about them.
CREATE TABLE alert_audience_account (
    alert_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    barred BOOLEAN NOT NULL,
    PRIMARY KEY (alert_id, account_id),
    CONSTRAINT alert_audience_account_alert FOREIGN KEY (alert_id) REFERENCES alert (id),
    CONSTRAINT alert_audience_account_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX alert_audience_account_of ON alert_audience_account (account_id, barred, alert_id);
