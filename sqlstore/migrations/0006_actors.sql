-- Who has a part in an incident as somebody says: whoever is blamed for it, denies or admits it, or is told to have done it. Those of incidents of before
-- are added by Go (actors.go), which folds words.
{{if .SQLite -}}
CREATE VIRTUAL TABLE incident_actors USING fts5 (actors, content='', contentless_delete=1, tokenize='ascii');
{{- else -}}
CREATE TABLE incident_actors (rowid BIGINT PRIMARY KEY, actors TSVECTOR NOT NULL);
CREATE INDEX incident_actors_actors ON incident_actors USING gin (actors);
{{- end}}
