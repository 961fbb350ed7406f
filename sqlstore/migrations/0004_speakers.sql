-- Speakers are counted from one index, without reading claims or reports; names that differ in case alone are one.
ALTER TABLE claims ADD COLUMN published {{.Plain}} NOT NULL DEFAULT '';  -- the day of its report
UPDATE claims SET published = (SELECT r.published FROM reports r WHERE r.seq = claims.report);
DROP INDEX claims_speaker;
CREATE INDEX claims_speaker ON claims (lower(speaker), speaker, voice, report, published);
