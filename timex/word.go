package timex

import "strconv"

// class is a set of the kinds of word that times.tsv tells apart.
type class uint64

const (
	aMonth class = 1 << iota
	maybeMonth
	aWeekday
	maybeWeekday
	aUnit
	plural
	aNumber
	aScale
	anOrdinal
	vague
	aSeason
	aPart
	aPoint
	aStep
	deictic
	anEdge
	anAgo
	approx
	filler
	every
	often
	aDecade
	zone
	theHalf
	determiner
	meridiem
	aNight
	aPlan
	ahead  // an event that is set for its day: "summit"
	digits // a number in digits; not in the table
	phraseStart
	lasts    // what has an age but is no person: "siege"
	far      // units of length: "miles an hour"
	unvaried // verbs whose past is written as their present: "hit"
)

// classBits is how many classes there may be.
const classBits = 64

// word is what the table says of a word.
type word struct {
	is      class
	month   int8
	weekday int8
	step    int8
	ago     int8
	hours   int8 // of "p.m."
	number  int16
	scale   int16
	ordinal int16
	decade  int16
	unit    grain
	part    string
	season  int8 // its first month
	point   string
	often   string
	edge    edge
	plans   bool // looks ahead with its own times
	dated   bool // … where a preposition ties them to it: "postponed until Friday", but "postponed on Friday"
}

// edge is which end of a time is meant.
type edge uint8

const (
	whole edge = iota
	start
	middle
	end
)

// learn adds one row of the table to the word.
func (w *word) learn(kind, value string) {
	w.is |= marks[kind]
	n, _ := strconv.Atoi(value)
	switch kind {
	case "month", "month?":
		w.month = int8(n)
	case "weekday", "weekday?":
		w.weekday = int8(n)
	case "unit":
		w.unit = units[value]
	case "number":
		w.number = int16(n)
	case "scale":
		w.scale = int16(n)
	case "ordinal":
		w.ordinal = int16(n)
	case "decade":
		w.decade = int16(n)
	case "step", "deictic", "night":
		w.step = int8(n)
	case "ago":
		w.ago = int8(n)
	case "plan":
		w.plans, w.dated = n >= 1, n == 2
	case "meridiem":
		w.hours = int8(n)
	case "part":
		w.part = value
	case "point":
		w.point = value
	case "often":
		w.often = value
	case "season":
		w.season = seasonMonths[value]
	case "edge":
		w.edge = edges[value]
	}
}

// marks are the classes by the kinds of the table.
var marks = map[string]class{"month": aMonth, "month?": aMonth | maybeMonth, "weekday": aWeekday, "weekday?": aWeekday | maybeWeekday,
	"unit": aUnit, "number": aNumber, "scale": aScale, "ordinal": anOrdinal, "decade": aDecade, "step": aStep, "deictic": deictic, "ago": anAgo,
	"plan": aPlan, "night": aNight, "meridiem": meridiem, "part": aPart, "point": aPoint, "often": often, "season": aSeason, "edge": anEdge,
	"plural": plural, "vague": vague, "about": approx, "filler": filler, "every": every, "zone": zone, "ahead": ahead, "lasts": lasts,
	"far": far, "unvaried": unvaried, "half": theHalf, "the": determiner}

// seasonMonths are the first months of seasons.
var seasonMonths = map[string]int8{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

var edges = map[string]edge{"start": start, "middle": middle, "end": end}
