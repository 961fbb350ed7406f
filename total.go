package concord

// Total sums one measure over the incidents of a group.
type Total struct {
	Group     string  `json:"group"` // "2016-09-23", "2016-W38", "2016-09", a place, an actor, a type
	Measure   Measure `json:"measure"`
	*Sum              // nil where nobody gave a figure for any of the incidents: unknown is not zero
	Incidents int     `json:"incidents"`
	LeftOut   LeftOut `json:"left_out"`
}

// Sum goes from what is reported at the least to what is reported at the most.
type Sum struct {
	Low  int `json:"low"`  // sum of the incidents' lowest
	Best int `json:"best"` // sum of their best
	High int `json:"high"` // sum of their highest, as far as they are closed
	Open int `json:"open"` // incidents whose highest is open ("at least 20"): High may fall short
}

// LeftOut counts the incidents that a total cannot take in, and why.
type LeftOut struct {
	NoFigure   int `json:"no_figure"`   // nobody gave a number for the incident itself
	OtherScope int `json:"other_scope"` // only tolls of a day, a period or the whole conflict, which are never added to those of incidents
	Undated    int `json:"undated"`     // no day, so that no group of days can hold it
}

// Grouping says what totals are grouped by.
type Grouping string

// The groupings.
const (
	ByDay   Grouping = "day"
	ByWeek  Grouping = "week"
	ByMonth Grouping = "month"
	ByPlace Grouping = "place"
	ByActor Grouping = "actor" // whom at least one source blames; an incident with several stands in each of their groups
	ByType  Grouping = "type"
)

// Groupings lists the groupings by name.
var Groupings = []Grouping{ByDay, ByWeek, ByMonth, ByPlace, ByActor, ByType}

// Groups for what a grouping does not apply to.
const (
	NobodyBlamed = "nobody blamed"
	Undated      = "undated"
	PlaceUnknown = "place unknown"
	SeveralDays  = "several days" // the time is longer than the group's
)
