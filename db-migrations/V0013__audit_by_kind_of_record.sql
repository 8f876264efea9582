-- The log filtered by kind of record alone, newest first.
CREATE INDEX audit_entry_kind ON audit_entry (subject_type, at, id);
