-- What waits for a person, and lists and maps of a hundred thousand incidents.

-- How sure the program is of a claim: the least sure are reviewed first.
ALTER TABLE claims ADD COLUMN confidence DOUBLE PRECISION NOT NULL DEFAULT 1;
UPDATE claims SET confidence = {{if .SQLite}}json_extract(data, '$.confidence'){{else}}(data::json->>'confidence')::double precision{{end}};
CREATE INDEX claims_confidence ON claims (confidence, seq);

-- decision_binds.what may also be: claim (its report's id, "#", its id), decision (the number of the one that is undone).
INSERT INTO decision_binds (decision, what, id)
    SELECT seq, 'claim', report || '#' || {{if .SQLite}}json_extract(data, '$.claim'){{else}}(data::json->>'claim'){{end}} FROM decisions
    WHERE report <> '' AND {{if .SQLite}}json_extract(data, '$.claim'){{else}}(data::json->>'claim'){{end}} <> '';
INSERT INTO decision_binds (decision, what, id)
    SELECT seq, 'decision', {{if .SQLite}}CAST(json_extract(data, '$.undoes') AS TEXT){{else}}(data::json->>'undoes'){{end}} FROM decisions WHERE kind = 'undo';

-- What lists, maps and timelines look through is kept apart from what a page shows, so that a hundred thousand are soon looked through.
CREATE TABLE incident_data (
    seq       {{.Key}},
    data      TEXT NOT NULL         -- the incident as JSON
);
INSERT INTO incident_data (seq, data) SELECT seq, data FROM incidents;
ALTER TABLE incidents DROP COLUMN data;

-- Each list has an index in its order, with what else it is narrowed by.
DROP INDEX incidents_day;
DROP INDEX incidents_toll;
DROP INDEX incidents_agreement;
DROP INDEX incidents_type;
DROP INDEX claims_day;
CREATE INDEX incidents_day ON incidents (from_day, seq, to_day, agreement);
CREATE INDEX incidents_toll ON incidents (toll, from_day, seq);
CREATE INDEX incidents_sources ON incidents (sources, from_day, seq);
CREATE INDEX incidents_agreement ON incidents (agreement, from_day, seq, to_day, toll, id);
CREATE INDEX incidents_type ON incidents (type, from_day, seq, to_day, agreement);
CREATE INDEX claims_day ON claims (from_day, seq, to_day);

-- Claims are counted without reading reports' texts.
CREATE INDEX reports_claims ON reports (claims);
