package concord

// Incident is what the reports of the record say happened once, at one time and place. It is derived:
// rebuilt from accounts, claims and decisions at any time. Claims about it may disagree; it keeps them all.
type Incident struct {
	ID                 string          `json:"id"`
	Type               EventType       `json:"type"`
	When               *When           `json:"when"`
	Where              *Where          `json:"where"`
	Reports            []string        `json:"reports"` // names of the reports, in order of publication
	IndependentSources int             `json:"independent_sources"`
	Claims             []IncidentClaim `json:"claims"`
	Figures            []Tally         `json:"figures"`
	Blame              []Blame         `json:"responsibility"`
	Agreement          Agreement       `json:"agreement"`
	Links              []Link          `json:"links,omitempty"` // why its accounts are held to be one
	Accounts           []AccountKey    `json:"accounts,omitempty"`
	Repeats            []Repeat        `json:"repeats,omitempty"` // who repeats whom
}

// IncidentClaim is a claim with the name of its report.
type IncidentClaim struct {
	Report    string `json:"report"`
	ReportID  string `json:"report_id,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published Date   `json:"published,omitempty"`
	Claim
}

// AccountKey names an account in the record.
type AccountKey struct {
	Report  string `json:"report"`  // report id
	Account string `json:"account"` // account id in that report
}

// Tally sets side by side what each source reports of one measure, status and scope.
// Lowest, Best and Highest are reported values, never estimates; BestRule names the rule that chose Best.
type Tally struct {
	Measure  Measure    `json:"measure"`
	Status   Status     `json:"status"`
	Scope    Scope      `json:"scope"`
	Lowest   int        `json:"lowest"`
	Highest  *int       `json:"highest"` // null: open
	Best     int        `json:"best"`
	BestRule string     `json:"best_rule"`
	BySource []Reported `json:"by_source"`
}

// Reported is one figure as one source gave it.
type Reported struct {
	Source       string      `json:"source"` // original speaker, or the publisher in its own voice
	Kind         SpeakerKind `json:"kind,omitempty"`
	Status       Status      `json:"status,omitempty"` // of those counted, as this source gives it
	Low          int         `json:"low"`
	High         *int        `json:"high"`
	Qualifier    Qualifier   `json:"qualifier"`
	Part         bool        `json:"part,omitempty"`    // a part of a whole that the same source gives
	Earlier      bool        `json:"earlier,omitempty"` // called earlier by the report itself
	Said         Date        `json:"said"`              // when the report was published
	Report       string      `json:"report"`            // name
	ReportID     string      `json:"report_id,omitempty"`
	Claim        string      `json:"claim"`
	Quote        string      `json:"quote,omitempty"`
	SupersededBy *string     `json:"superseded_by"`         // claim, as "report name#claim id"
	RepeatedBy   []string    `json:"repeated_by,omitempty"` // reports that repeat this speaker's figure
}

// Blame is who is held responsible, by whom, and who denies it.
type Blame struct {
	Actor         string   `json:"actor"`
	BlamedBy      []string `json:"blamed_by"`
	DeniedBy      []string `json:"denied_by"`
	Admitted      bool     `json:"admitted"`
	Unintentional []string `json:"unintentional_by,omitempty"`
}

// Agreement is how the independent sources of an incident stand to one another.
type Agreement string

// The agreements.
const (
	Agreed       Agreement = "agree"
	Differ       Agreement = "differ"
	Contradict   Agreement = "contradict"
	SingleSource Agreement = "single_source"
)

// Link is why two accounts are held to be of one incident: a score as the sum of named contributions.
type Link struct {
	A             AccountKey     `json:"a"`
	B             AccountKey     `json:"b"`
	Score         float64        `json:"score"`
	Contributions []Contribution `json:"contributions"`
}

// Contribution is one reason, for (above 0) or against (below 0).
type Contribution struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
	Why    string  `json:"why,omitempty"`
}

// Repeat says that one report repeats another's text, or its speaker.
type Repeat struct {
	Report string `json:"report"`
	Of     string `json:"of"`
	Why    string `json:"why"`
}
