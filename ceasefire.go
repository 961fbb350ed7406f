package concord

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Ceasefire is a thread of events across reports: from the first proposal to the end, each step as somebody
// reported it. It is derived from claims.
type Ceasefire struct {
	ID          string          `json:"id"`
	Name        string          `json:"name"` // "Ceasefire in Syria, September 2016"
	Parties     []string        `json:"parties"`
	Mediators   []string        `json:"mediators"`
	Guarantors  []string        `json:"guarantors"` // who vouch that it is kept
	Country     string          `json:"country"`    // ISO 3166-1 alpha-2
	Area        *Where          `json:"area"`
	Purpose     string          `json:"purpose"` // humanitarian, evacuation, prisoner_exchange, peace_process, holiday, election, unknown
	Written     bool            `json:"written"` // some report tells of a signature or a document
	Monitors    []string        `json:"monitors"`
	Announced   *When           `json:"announced"` // agreed or declared
	Effective   *When           `json:"effective"`
	Terms       []Term          `json:"terms"`   // how long it was agreed to last, and how much longer
	Expires     *When           `json:"expires"` // the day that the terms come to, unknown where they come to none
	Ended       *When           `json:"ended"`
	States      []PartyState    `json:"states"`
	Steps       []CeasefireStep `json:"steps"`
	Violations  []Violation     `json:"violations"`
	Statements  []IncidentClaim `json:"statements"` // what named speakers said of it
	Commitments []Commitment    `json:"commitments"`
}

// Truce is what a claim tells of a ceasefire beside its step.
type Truce struct {
	Length   string `json:"length,omitempty"`   // how long it is to last, as an ISO 8601 duration: "PT72H", "P5D"
	From     *When  `json:"from,omitempty"`     // the day that it is to run from
	Until    *When  `json:"until,omitempty"`    // the day that it is to last to
	Open     bool   `json:"open,omitempty"`     // it is to have no end: "indefinite", "permanent", "until further notice"
	Occasion string `json:"occasion,omitempty"` // for whose length it is to last: "Eid"
	Purpose  string `json:"purpose,omitempty"`  // a purpose of Ceasefire
	Written  *bool  `json:"written,omitempty"`  // whether it was put on paper
	Low      *int   `json:"low,omitempty"`      // of breaches: how many are told of, null where no number is
	High     *int   `json:"high,omitempty"`
}

// Term is how long a ceasefire was agreed to last, or by how much it was extended.
type Term struct {
	Extension bool     `json:"extension"`
	Length    string   `json:"length"` // ISO 8601 duration, empty where none is told
	Until     *When    `json:"until"`
	Open      bool     `json:"open"`
	Occasion  string   `json:"occasion"`
	Claims    []string `json:"claims"` // "report name#claim id"
}

// String writes the term for a person: "72 h", "4 months", "until 2018-01-12", "open-ended", "for Eid".
func (t Term) String() string {
	switch {
	case t.Length != "":
		return lengthName(t.Length)
	case t.Until != nil:
		return "until " + string(t.Until.To)
	case t.Open:
		return "open-ended"
	}
	return "for " + t.Occasion
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

// isoUnits are the units of an ISO 8601 duration of one part, with their hours where they have a fixed number.
var isoUnits = map[string]struct {
	name  string
	hours int
}{"TM": {"minutes", 0}, "TH": {"hours", 1}, "D": {"days", 24}, "W": {"weeks", 7 * 24}, "M": {"months", 0}, "Y": {"years", 0}}

// isoLength reads an ISO 8601 duration of one part: "PT72H" is 72 and "TH".
func isoLength(length string) (n int, unit string, ok bool) {
	rest, ok := strings.CutPrefix(length, "P")
	if !ok || len(rest) < 2 {
		return 0, "", false
	}
	digits, timed := strings.CutPrefix(rest, "T")
	unit = digits[len(digits)-1:]
	if timed {
		unit = "T" + unit
	}
	n, err := strconv.Atoi(digits[:len(digits)-1])
	_, known := isoUnits[unit]
	return n, unit, err == nil && known
}

// lengthName writes a duration for a person, in hours where its unit has a fixed number of them.
func lengthName(length string) string {
	n, unit, ok := isoLength(length)
	if !ok {
		return length
	}
	if hours := isoUnits[unit].hours; hours > 0 {
		return fmt.Sprintf("%d h", n*hours)
	}
	name := isoUnits[unit].name
	if n == 1 {
		name = strings.TrimSuffix(name, "s")
	}
	return fmt.Sprintf("%d %s", n, name)
}

// AfterLength returns the time an ISO 8601 duration of one part after t; false where it cannot be read.
func AfterLength(t time.Time, length string) (time.Time, bool) {
	n, unit, ok := isoLength(length)
	switch {
	case !ok:
		return t, false
	case unit == "TM":
		return t.Add(time.Duration(n) * time.Minute), true
	case unit == "M":
		return t.AddDate(0, n, 0), true
	case unit == "Y":
		return t.AddDate(n, 0, 0), true
	}
	return t.Add(time.Duration(n*isoUnits[unit].hours) * time.Hour), true
}
