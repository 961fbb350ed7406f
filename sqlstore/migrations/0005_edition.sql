-- Which edition of Concord read a report: what an earlier one read is read anew by concord rebuild, which changes nothing of the report itself.
ALTER TABLE reports ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
CREATE INDEX reports_edition ON reports (edition);
{{if .SQLite -}}
DROP TRIGGER reports_never_change;
CREATE TRIGGER reports_never_change BEFORE UPDATE OF seq, id, name, url, title, publisher, published, from_day, to_day, language, text ON reports
    BEGIN SELECT raise(ABORT, 'a report never changes'); END;
{{- else -}}
DROP TRIGGER reports_never_change ON reports;
CREATE TRIGGER reports_never_change BEFORE UPDATE OF seq, id, name, url, title, publisher, published, from_day, to_day, language, text ON reports
    FOR EACH ROW EXECUTE FUNCTION never_changes();
{{- end}}
