-- Searches that people keep under names: the last row of a person and a name holds, one without a query drops it.
CREATE TABLE searches (
    seq       {{.Key}},
    kept_at   {{.Plain}} NOT NULL,  -- RFC 3339, UTC
    who       TEXT NOT NULL,
    name      TEXT NOT NULL,
    query     TEXT NOT NULL
);
CREATE INDEX searches_who ON searches (who, name, seq);
{{if .SQLite -}}
CREATE TRIGGER searches_never_change BEFORE UPDATE ON searches BEGIN SELECT raise(ABORT, 'a kept search never changes'); END;
{{- else -}}
CREATE TRIGGER searches_never_change BEFORE UPDATE OR DELETE ON searches FOR EACH ROW EXECUTE FUNCTION never_changes();
{{- end}}
