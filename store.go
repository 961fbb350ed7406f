package concord

import "context"

// Store keeps the record. Reads see committed state only; every write is in a transaction, so that
// what was acknowledged survives and what was interrupted leaves no trace.
type Store interface {
	// Reading returns a report with its claims, each with its trace, accounts and mentions by report id or name. Offsets are code points.
	// Other lists give claims without their trace.
	Reading(ctx context.Context, id string) (Reading, error)
	// Reports lists what was taken in, newest first.
	Reports(ctx context.Context, f Filter) ([]ReportLine, error)
	// Claims lists claims with the report they stand in.
	Claims(ctx context.Context, f Filter) ([]IncidentClaim, error)
	// Incidents lists incidents, latest first.
	Incidents(ctx context.Context, f Filter) ([]Incident, error)
	// Incident returns one incident.
	Incident(ctx context.Context, id string) (Incident, error)
	// Count counts incidents.
	Count(ctx context.Context, f Filter) (int, error)
	// Days counts incidents by the day on which they began, from the first; those without a day are left out.
	Days(ctx context.Context, f Filter) ([]DayCount, error)
	// Places counts incidents by place, the most frequent first; those without one stand under an empty name.
	Places(ctx context.Context, f Filter) ([]PlaceCount, error)
	// Marks gathers the incidents whose point is known into cells of so many degrees, a mark a cell; 0: each by itself. What is known no
	// better than to an area (a district, a province, a region, a country) is gathered by that area.
	Marks(ctx context.Context, f Filter, cell float64) ([]Mark, error)
	// Speakers lists who is heard in claims, those with most claims first: original speakers, and publishers in their own voice.
	Speakers(ctx context.Context, f Filter) ([]SpeakerLine, error)
	// Counts returns how much the record holds.
	Counts(ctx context.Context) (Counts, error)
	// Decisions lists what people decided, in order; of everything where f is empty.
	Decisions(ctx context.Context, f Filter) ([]Decision, error)
	// Searches lists the searches that somebody keeps, in the order in which they were kept.
	Searches(ctx context.Context, who string) ([]Search, error)

	// Outdated counts the reports that an earlier edition read.
	Outdated(ctx context.Context) (int, error)

	// Update runs fn in one transaction, which is rolled back where fn fails.
	Update(ctx context.Context, fn func(Tx) error) error
	// Rebuild empties what is derived from reports and hands these to fn, those taken in first at the beginning, some at a time, with what was
	// read of them before: fn is to put them again, then or in a later call. In the end fn is called with none. Incidents then take the ids of those that most of
	// their accounts stood in. All is one transaction, which is rolled back where fn fails: others read what was there before, and cannot write.
	Rebuild(ctx context.Context, fn func(Tx, []Reading) error) error
	Close() error
}

// Tx is a transaction on the record: what the pipeline needs to take reports in and to link them.
type Tx interface {
	// Put adds a reading; added is false, and nothing changes, where its report is there already. While a record is rebuilt, it adds what was
	// read of a report that is there.
	Put(ctx context.Context, r *Reading) (added bool, err error)
	// Candidates returns the sketches of all accounts filed under any of the blocks, each once, in order of their keys. Of its
	// blocks a sketch bears those asked for, in order.
	Candidates(ctx context.Context, blocks []int64) ([]Sketch, error)
	// PutSketches adds what linking needs of accounts, filed under their blocks, or sets the component of those that are there.
	PutSketches(ctx context.Context, sketches []Sketch) error
	// Members returns the sketches, without blocks, of the accounts of components, in order of their keys.
	Members(ctx context.Context, components []string) ([]Sketch, error)
	// SketchesOf returns the sketches of these accounts, in order of their keys.
	SketchesOf(ctx context.Context, keys []AccountKey) ([]Sketch, error)
	// AccountsOf returns accounts, in the order of their keys, and all their claims with their reports' names and dates.
	AccountsOf(ctx context.Context, keys []AccountKey) ([]Account, []IncidentClaim, error)
	// Incidents lists incidents as the record has them.
	Incidents(ctx context.Context, f Filter) ([]Incident, error)
	// PutIncidents writes incidents anew, with their members, and removes those that are gone.
	PutIncidents(ctx context.Context, changed []Incident, gone []string) error
	// Decide appends a decision and returns it with its id.
	Decide(ctx context.Context, d Decision) (Decision, error)
	// KeepSearch keeps a search under its name, in place of the one of that name; without a query that one is dropped.
	KeepSearch(ctx context.Context, s Search) error
	// Decisions lists decisions that bind these accounts; all where accounts is nil.
	Decisions(ctx context.Context, accounts []AccountKey) ([]Decision, error)
}

// Sketch is what linking needs of an account: small, so that comparing never needs the reports read again.
type Sketch struct {
	Key       AccountKey
	Component string  // accounts that a chain of links ties together; empty while new
	Incident  string  // the incident it stands in, empty while new
	Blocks    []int64 // the blocks it is filed under
	Looks     []int64 // the blocks in which it looks for others; not stored
	Data      []byte  // the link package's own encoding
}

// Search is a search that somebody keeps under a name.
type Search struct {
	Who, Name string
	Query     string // a filter, as the pages' addresses hold it
}

// Counts is how much a record holds.
type Counts struct {
	Reports   int `json:"reports"`
	Claims    int `json:"claims"`
	Incidents int `json:"incidents"`
	Decisions int `json:"decisions"`
}

// DayCount is how many incidents began on a day.
type DayCount struct {
	Day          Date
	Count        int
	Contradicted int // of these, those whose sources contradict one another
}

// PlaceCount is how many incidents a place has.
type PlaceCount struct {
	Where Where // without a point; its precision where all have the same
	Count int
}

// Mark is one or more incidents on a map.
type Mark struct {
	Count        int
	Contradicted int    // of these, those whose sources contradict one another
	Toll         int    // the highest reported number of killed, 0 where none is reported
	ID           string // where there is one alone
	From, To     Date   // of all
	Point               // their middle
	Bounds       [4]float64
	// What all have in common; empty where they differ.
	Type      EventType
	Place     string
	Precision Precision
}

// SpeakerLine is a speaker in a list.
type SpeakerLine struct {
	Name    string      `json:"name"`
	Kind    SpeakerKind `json:"kind"`
	Claims  int         `json:"claims"`
	Reports int         `json:"reports"`
	First   Date        `json:"first"` // of the reports, empty where none has a date
	Last    Date        `json:"last"`
}

// ReportLine is a report in a list.
type ReportLine struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Title     string  `json:"title"`
	Publisher string  `json:"publisher"`
	URL       *string `json:"url"`
	Published Date    `json:"published"`
	Claims    int     `json:"claims"`
	Incidents int     `json:"incidents"`         // that its accounts stand in
	Passage   string  `json:"passage,omitempty"` // where Filter.Words narrows: words around the first that was found
}

// Filter narrows a list. Zero fields do not narrow; Limit 0 means no limit.
type Filter struct {
	IDs           []string // of what is listed
	Words         string   // full text
	From, To      Date
	Place         string // name of a place, a district, or a country's code
	Type          EventType
	Source        string // part of a speaker's or a publisher's name
	Actor         string // part of the name of whoever is blamed for, denies or admits an incident, or is told to have done it
	Kind          ClaimKind
	Agreement     Agreement
	Unreviewed    bool // only what nobody has decided on; what was undone does not count
	Measure       Measure
	Least, Most   *int     // bounds of the highest figure of Measure
	Report        string   // id or name
	Reports       []string // ids, of claims
	After         int      // of claims: only of reports taken in after so many
	Incident      string
	Bounds        *[4]float64 // west, south, east, north
	AsKnownOn     Date        // only reports published by then
	Order         string      // "", "oldest"; of incidents also "toll", "sources"; of claims also "doubt", the least sure first
	Limit, Offset int
}

// BeginsLate reports whether the filter's first day lies after its last, so that nothing can lie between them.
func (f Filter) BeginsLate() bool {
	first, _, ok := f.From.Bounds()
	_, last, too := f.To.Bounds()
	return ok && too && first.After(last)
}
