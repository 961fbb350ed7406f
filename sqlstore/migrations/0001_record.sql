-- One schema for both engines. The template fills in the few words that differ:
-- {{.Key}} a whole number that is a primary key, {{.Bytes}} raw bytes, {{.Plain}} text that sorts by its bytes.

-- What was taken in. A row is never changed.
CREATE TABLE reports (
    seq       {{.Key}},
    id        {{.Plain}} NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    url       TEXT,
    title     TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published {{.Plain}} NOT NULL,
    from_day  {{.Plain}} NOT NULL,  -- first and last day that published may mean, '' where unknown
    to_day    {{.Plain}} NOT NULL,
    language  TEXT NOT NULL,
    claims    INTEGER NOT NULL,
    text      TEXT NOT NULL,
    mentions  TEXT NOT NULL         -- JSON, or null
);
CREATE INDEX reports_name ON reports (name);
CREATE INDEX reports_day ON reports (from_day);

CREATE TABLE claims (
    seq       {{.Key}},
    report    BIGINT NOT NULL REFERENCES reports (seq),
    id        TEXT NOT NULL,
    account   TEXT NOT NULL,        -- '' where it is about no account
    kind      TEXT NOT NULL,
    type      TEXT NOT NULL,        -- of the event, or of the account that it is about
    measure   TEXT NOT NULL,
    speaker   {{.Plain}} NOT NULL,  -- the original one; the publisher in its own voice
    voice     TEXT NOT NULL,        -- what kind of speaker that is
    from_day  {{.Plain}} NOT NULL,  -- of what it tells; of the report where it tells no time
    to_day    {{.Plain}} NOT NULL,
    lat       DOUBLE PRECISION,
    lon       DOUBLE PRECISION,
    highest   BIGINT,               -- of a figure: its upper bound, or the lower one where it is open
    data      TEXT NOT NULL,        -- the claim as JSON
    trace     TEXT NOT NULL,        -- the tree of rules that made it, as JSON
    UNIQUE (report, id)
);
CREATE INDEX claims_account ON claims (report, account);
CREATE INDEX claims_day ON claims (from_day, to_day);
CREATE INDEX claims_type ON claims (type);
CREATE INDEX claims_speaker ON claims (speaker);

-- Accounts with what linking knows of each, and the incident that it stands in.
CREATE TABLE accounts (
    seq       {{.Key}},
    report    BIGINT NOT NULL REFERENCES reports (seq),
    id        {{.Plain}} NOT NULL,
    data      TEXT NOT NULL,        -- the account as JSON
    incident  TEXT NOT NULL,        -- '' while it stands in none
    component TEXT NOT NULL,        -- '' while it has not been linked
    sketch    {{.Bytes}},           -- null while it has not been linked, and where it is not to be
    UNIQUE (report, id)
);
CREATE INDEX accounts_incident ON accounts (incident);
CREATE INDEX accounts_component ON accounts (component);

CREATE TABLE blocks (
    block     BIGINT NOT NULL,
    account   BIGINT NOT NULL REFERENCES accounts (seq),
    PRIMARY KEY (block, account)
){{.Compact}};

-- Derived: may be emptied and made anew from reports and decisions.
CREATE TABLE incidents (
    seq       {{.Key}},
    id        TEXT NOT NULL UNIQUE,
    type      TEXT NOT NULL,
    from_day  {{.Plain}} NOT NULL,
    to_day    {{.Plain}} NOT NULL,
    known     {{.Plain}} NOT NULL,  -- day of its earliest report
    place     TEXT NOT NULL,
    admin1    TEXT NOT NULL,
    country   TEXT NOT NULL,
    placed    TEXT NOT NULL,        -- how exactly the place is known
    lat       DOUBLE PRECISION,
    lon       DOUBLE PRECISION,
    agreement TEXT NOT NULL,
    sources   INTEGER NOT NULL,     -- independent ones
    toll      BIGINT  NOT NULL,     -- highest reported number of killed, 0 where none is reported
    data      TEXT NOT NULL         -- the incident as JSON
);
CREATE INDEX incidents_day ON incidents (from_day, to_day);
CREATE INDEX incidents_toll ON incidents (toll, from_day);
CREATE INDEX incidents_type ON incidents (type, from_day);
CREATE INDEX incidents_country ON incidents (country, from_day);
CREATE INDEX incidents_point ON incidents (lat, lon);
CREATE INDEX incidents_agreement ON incidents (agreement, from_day);

CREATE TABLE incident_tolls (
    incident  BIGINT NOT NULL REFERENCES incidents (seq),
    measure   TEXT NOT NULL,
    highest   BIGINT NOT NULL,
    PRIMARY KEY (measure, incident)
){{.Compact}};
CREATE INDEX incident_tolls_incident ON incident_tolls (incident);

-- What people decided. A row is never changed.
CREATE TABLE decisions (
    seq       {{.Key}},
    made_at   {{.Plain}} NOT NULL,  -- RFC 3339, UTC
    who       TEXT NOT NULL,
    kind      TEXT NOT NULL,
    report    TEXT NOT NULL,        -- id of a report, '' where it binds no claim
    data      TEXT NOT NULL         -- the decision as JSON
);
CREATE INDEX decisions_report ON decisions (report);

-- Whom a decision binds: reports by the accounts that it names, and incidents.
CREATE TABLE decision_binds (
    decision  BIGINT NOT NULL REFERENCES decisions (seq),
    what      TEXT NOT NULL,        -- report, incident
    id        TEXT NOT NULL,
    PRIMARY KEY (what, id, decision)
){{.Compact}};

-- The folded words of each row, by the row's number; of a report in parts: its number times {{.Parts}}, and the part's.
{{if .SQLite -}}
CREATE VIRTUAL TABLE report_words USING fts5 (sources, words, content='', tokenize='ascii');
CREATE VIRTUAL TABLE claim_words USING fts5 (places, sources, words, content='', tokenize='ascii');
CREATE VIRTUAL TABLE incident_words USING fts5 (places, sources, words, content='', contentless_delete=1, tokenize='ascii');

CREATE TRIGGER reports_never_change BEFORE UPDATE ON reports BEGIN SELECT raise(ABORT, 'a report never changes'); END;
CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'a decision never changes'); END;
CREATE TRIGGER decisions_never_go BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'a decision never goes'); END;
{{- else -}}
CREATE TABLE report_words (rowid BIGINT PRIMARY KEY, sources TSVECTOR NOT NULL, words TSVECTOR NOT NULL);
CREATE INDEX report_words_sources ON report_words USING gin (sources);
CREATE INDEX report_words_words ON report_words USING gin (words);
CREATE TABLE claim_words (rowid BIGINT PRIMARY KEY, places TSVECTOR NOT NULL, sources TSVECTOR NOT NULL, words TSVECTOR NOT NULL);
CREATE INDEX claim_words_places ON claim_words USING gin (places);
CREATE INDEX claim_words_sources ON claim_words USING gin (sources);
CREATE INDEX claim_words_words ON claim_words USING gin (words);
CREATE TABLE incident_words (rowid BIGINT PRIMARY KEY, places TSVECTOR NOT NULL, sources TSVECTOR NOT NULL, words TSVECTOR NOT NULL);
CREATE INDEX incident_words_places ON incident_words USING gin (places);
CREATE INDEX incident_words_sources ON incident_words USING gin (sources);
CREATE INDEX incident_words_words ON incident_words USING gin (words);

CREATE FUNCTION never_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME; END $$;
CREATE TRIGGER reports_never_change BEFORE UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION never_changes();
CREATE TRIGGER decisions_never_change BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION never_changes();
{{- end}}
