-- History can be loaded: rules are in force from 1900, the earliest time that a feed may send. Those whose law began or
-- changed about 2020 or later keep their day.
UPDATE deadline_rule SET valid_from = '1900-01-01'
WHERE created_by = 'shipped' AND valid_from = '2020-01-01' AND code NOT IN (
    'DAPN_HEARING', 'DAPN_BREACH_COURT', 'DAPO_NOTIFICATION', 'SPO_NOTIFICATION', 'PRE_CHARGE_BAIL',
    'PRE_CHARGE_BAIL_INSPECTOR', 'PRE_CHARGE_BAIL_SUPERINTENDENT', 'PRE_CHARGE_BAIL_DESIGNATED',
    'PRE_CHARGE_BAIL_COURT', 'VICTIM_BEFORE_RELEASE', 'VICTIM_UPDATE_ENHANCED', 'VICTIM_UPDATE',
    'CHILD_SCHOOL_NOTICE', 'COMMISSIONER_RESPONSE');
UPDATE deadline_rule SET starts_with = 'Day made; the order''s end date, if it has one, is given'
WHERE created_by = 'shipped' AND code = 'ORDER_EXPIRY';
