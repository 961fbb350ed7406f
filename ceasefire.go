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
	Purpose     string          `json:"purpose"` // humanitarian, holiday, peace_process, preliminary, definitive, unknown
	Effective   *When           `json:"effective"`
	Ended       *When           `json:"ended"`
	Steps       []CeasefireStep `json:"steps"`
	Violations  []Violation     `json:"violations"`
	Commitments []Commitment    `json:"commitments"`
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
