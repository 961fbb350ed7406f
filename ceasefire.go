package concord

// Ceasefire is a thread of events across reports: from the first proposal to the end, each step as somebody
// reported it. It is derived from claims.
type Ceasefire struct {
	ID          string          `json:"id"`
	Name        string          `json:"name"` // "Ceasefire in Syria, September 2016"
	Parties     []string        `json:"parties"`
	Mediators   []string        `json:"mediators"`
	Country     string          `json:"country"` // ISO 3166-1 alpha-2
	Area        *Where          `json:"area"`
	Purpose     string          `json:"purpose"` // humanitarian, peace_process, holiday, election, unknown
	Written     bool            `json:"written"` // some report tells of a signature or a document
	Monitors    []string        `json:"monitors"`
	Announced   *When           `json:"announced"` // agreed or declared
	Effective   *When           `json:"effective"`
	Ended       *When           `json:"ended"`
	States      []PartyState    `json:"states"`
	Steps       []CeasefireStep `json:"steps"`
	Violations  []Violation     `json:"violations"`
	Statements  []IncidentClaim `json:"statements"` // what named speakers said of it
	Commitments []Commitment    `json:"commitments"`
}

// PartyState is the last step that a party took, as reported.
type PartyState struct {
	Party string    `json:"party"`
	State EventType `json:"state"`
	When  *When     `json:"when"`
	Claim string    `json:"claim"` // "report name#claim id"
}

// CeasefireStep is one change of a ceasefire's state, as one claim has it.
type CeasefireStep struct {
	State EventType     `json:"state"` // a type of the ceasefire group, talks, talks_failed or mediation
	When  *When         `json:"when"`
	By    []string      `json:"by"` // whose step it is; empty: nobody named
	Claim IncidentClaim `json:"claim"`
}

// Violation is an alleged breach: who alleges it, whom they accuse.
type Violation struct {
	AllegedBy []string      `json:"alleged_by"` // empty: the publisher itself
	Accused   []string      `json:"accused"`
	DeniedBy  []string      `json:"denied_by"`
	Kind      EventType     `json:"kind"`
	When      *When         `json:"when"`
	Where     *Where        `json:"where"`
	Low       int           `json:"low"` // how many breaches are alleged
	High      *int          `json:"high"`
	Monitor   bool          `json:"monitor"` // a monitor's own count, kept apart from the parties'
	Claim     IncidentClaim `json:"claim"`
}

// Commitment is a promise, demand, deadline or threat by a named speaker, with what later reports say of it.
type Commitment struct {
	ID       string        `json:"id"`
	Speaker  Speaker       `json:"speaker"`
	Act      Act           `json:"act"`
	Made     Date          `json:"made"`
	Due      *When         `json:"due"`
	Claim    IncidentClaim `json:"claim"`
	Status   string        `json:"status"` // open, done, not_done, contradicted: proposed by the program
	Evidence []Evidence    `json:"evidence"`
}

// Evidence is a later claim that speaks for or against a commitment having been kept.
type Evidence struct {
	For   bool          `json:"for"`
	Why   string        `json:"why"`
	Claim IncidentClaim `json:"claim"`
}

// SpeakerRecord is what one speaker is reported to have said, in order of time, and where they turned.
type SpeakerRecord struct {
	Name           string          `json:"name"`
	Roles          []string        `json:"roles"`
	Statements     []IncidentClaim `json:"statements"`
	Responsibility []IncidentClaim `json:"responsibility"`
	Commitments    []Commitment    `json:"commitments"`
	Reversals      []Reversal      `json:"reversals"`
}

// Reversal is a pair of claims by one speaker that cannot both hold: "no involvement", then "a mistake".
type Reversal struct {
	Before IncidentClaim `json:"before"`
	After  IncidentClaim `json:"after"`
	Why    string        `json:"why"`
}
