package concord

import (
	"slices"
	"time"
)

// Decision is what a person decided: a row that is appended and never changed. Derived data is
// recomputed from claims and decisions; undoing a decision is another decision.
type Decision struct {
	ID     int64     `json:"id"`
	At     time.Time `json:"at"`
	Who    string    `json:"who"`
	Kind   Verdict   `json:"kind"`
	Report string    `json:"report,omitempty"` // report id, for decisions on a claim
	Claim  string    `json:"claim,omitempty"`
	// Incidents are the ids decided on; for same and different also Accounts, which outlive them.
	Incidents []string     `json:"incidents,omitempty"`
	Accounts  []AccountKey `json:"accounts,omitempty"`
	Field     string       `json:"field,omitempty"` // for correct: "low", "type", "where.name" …
	Value     string       `json:"value,omitempty"` // the corrected value as JSON, the grade, or the claim added
	Note      string       `json:"note,omitempty"`
	Undoes    int64        `json:"undoes,omitempty"`
}

// Verdict is the kind of a decision.
type Verdict string

// The verdicts.
const (
	AcceptClaim       Verdict = "accept"
	RejectClaim       Verdict = "reject"
	CorrectClaim      Verdict = "correct"
	AddClaim          Verdict = "add_claim"
	SameIncident      Verdict = "same"      // these accounts are one incident
	DifferentIncident Verdict = "different" // these accounts are not
	GradeIncident     Verdict = "grade"     // a person's grade of an incident, by Airwars' definitions
	AddNote           Verdict = "note"
	UndoDecision      Verdict = "undo"
)

// With returns the decision that this incident and another are one.
func (in *Incident) With(other *Incident) Decision {
	return Decision{Kind: SameIncident, Incidents: []string{in.ID, other.ID}, Accounts: slices.Concat(in.Accounts, other.Accounts)}
}

// Without returns the decisions that take accounts out of this incident: each is not of one incident with those that stay. The error says
// so where none, or all, would be taken.
func (in *Incident) Without(out []AccountKey) ([]Decision, error) {
	var taken, left []AccountKey
	for _, key := range in.Accounts {
		if slices.Contains(out, key) {
			taken = append(taken, key)
		} else {
			left = append(left, key)
		}
	}
	if len(taken) == 0 || len(left) == 0 {
		return nil, Errorf(Invalid, "split "+in.ID, "choose some of its reports, not none and not all")
	}
	decisions := make([]Decision, len(taken))
	for i, key := range taken {
		decisions[i] = Decision{Kind: DifferentIncident, Incidents: []string{in.ID}, Accounts: append([]AccountKey{key}, left...)}
	}
	return decisions, nil
}
