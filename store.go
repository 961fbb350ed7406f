package concord

import "context"

// Store keeps the record. Reads see committed state only; every write is in a transaction, so that
// what was acknowledged survives and what was interrupted leaves no trace.
type Store interface {
	// Reading returns a report with its claims, accounts and mentions by report id or name. Offsets are code points.
	Reading(ctx context.Context, id string) (Reading, error)
	// Reports lists what was taken in, newest first.
	Reports(ctx context.Context, f Filter) ([]ReportLine, error)
	// Claims lists claims with the report they stand in.
	Claims(ctx context.Context, f Filter) ([]IncidentClaim, error)
	// Incidents lists incidents, latest first.
	Incidents(ctx context.Context, f Filter) ([]Incident, error)
	// Incident returns one incident.
	Incident(ctx context.Context, id string) (Incident, error)
	// Decisions lists what people decided, in order; of everything where f is empty.
	Decisions(ctx context.Context, f Filter) ([]Decision, error)

	// Update runs fn in one transaction, which is rolled back where fn fails.
	Update(ctx context.Context, fn func(Tx) error) error
	Close() error
}

// Tx is a transaction on the record: what the pipeline needs to take reports in and to link them.
type Tx interface {
	// Put adds a reading; added is false, and nothing changes, where its report is there already.
	Put(ctx context.Context, r *Reading) (added bool, err error)
	// Candidates returns the sketches of all accounts in any of the blocks, in a fixed order.
	Candidates(ctx context.Context, blocks []string) ([]Sketch, error)
	// PutSketches adds what linking needs of accounts, filed under their blocks.
	PutSketches(ctx context.Context, sketches []Sketch) error
	// Members returns the sketches of the accounts of incidents.
	Members(ctx context.Context, incidents []string) ([]Sketch, error)
	// AccountsOf returns accounts, in the order of their keys, and all their claims with their reports' names and dates,
	// as corrected by people's decisions.
	AccountsOf(ctx context.Context, keys []AccountKey) ([]Account, []IncidentClaim, error)
	// PutIncidents writes incidents anew, with their members, and removes those that are gone.
	PutIncidents(ctx context.Context, changed []Incident, gone []string) error
	// Decide appends a decision and returns it with its id.
	Decide(ctx context.Context, d Decision) (Decision, error)
	// Decisions lists decisions that bind these accounts; all where accounts is nil.
	Decisions(ctx context.Context, accounts []AccountKey) ([]Decision, error)
}

// Sketch is what linking knows of an account: small, so that comparing never needs the reports read again.
type Sketch struct {
	Key      AccountKey `json:"key"`
	Incident string     `json:"incident"` // the incident it stands in, empty while new
	Blocks   []string   `json:"blocks"`
	Data     []byte     `json:"data"` // the link package's own encoding
}

// ReportLine is a report in a list.
type ReportLine struct {
	ID, Name, Title, Publisher string
	URL                        *string
	Published                  Date
	Claims, Incidents          int
}

// Filter narrows a list. Zero fields do not narrow; Limit 0 means no limit.
type Filter struct {
	IDs           []string // of what is listed
	Words         string   // full text
	From, To      Date
	Place         string // name of a place, a district, or a country's code
	Type          EventType
	Source        string // part of a speaker's or a publisher's name
	Kind          ClaimKind
	Agreement     Agreement
	Measure       Measure
	Least, Most   *int   // bounds of the highest figure of Measure
	Report        string // id or name
	Incident      string
	Bounds        *[4]float64 // west, south, east, north
	AsKnownOn     Date        // only reports published by then
	Order         string      // "", "oldest", "toll", "sources"
	Limit, Offset int
}
