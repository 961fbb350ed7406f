package timex

import (
	"strconv"
	"strings"
	"sync"

	"concord/lexicon"
)

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

// fixed is a phrase whose value depends on no date.
type fixed struct{ kind, value string }

// vocabulary is all that the tables say.
type vocabulary struct {
	rules    []rule
	starts   [classBits]ruleSet // the rules that are tried at words of each class
	dates    ruleSet            // those that name dates
	words    *lexicon.Words[*word]
	fixed    *lexicon.Phrases[fixed]
	holidays *lexicon.Phrases[holiday]
}

var vocabularyOnce = sync.OnceValue(loadVocabulary)

func loadVocabulary() *vocabulary {
	v := &vocabulary{rules: allRules(), words: lexicon.NewWords[*word](), fixed: lexicon.NewPhrases[fixed](), holidays: lexicon.NewPhrases[holiday]()}
	v.starts, v.dates = startsOf(v.rules)
	for _, row := range lexicon.Table("times") {
		v.entry(row.Get("word")).learn(row.Get("kind"), row.Get("value"))
	}
	for _, row := range lexicon.Table("times_fixed") {
		v.addPhrase(row.Get("phrase"))
		v.fixed.Add(row.Get("phrase"), fixed{row.Get("type"), row.Get("value")})
	}
	for _, row := range lexicon.Table("holidays") {
		name := atomsOf(row.Get("name"))
		v.addPhrase(name)
		v.holidays.Add(name, newHoliday(row.Get("rule"), row.Get("days")))
	}
	return v
}

// atomsOf writes a name as a line cuts it: "eid al - adha", "new year 's eve".
func atomsOf(name string) string {
	return strings.NewReplacer("-", " - ", "/", " / ", "'s", " 's", "s' ", "s ' ").Replace(name)
}

func (v *vocabulary) entry(norm string) *word {
	w := v.words.Get(norm)
	if w == nil {
		w = &word{}
		v.words.Set(norm, w)
	}
	return w
}

func (v *vocabulary) addPhrase(phrase string) {
	first, _, _ := strings.Cut(phrase, " ")
	v.entry(first).is |= phraseStart
}

// learn adds one row of the table to the word.
func (w *word) learn(kind, value string) {
	n, _ := strconv.Atoi(value)
	switch kind {
	case "month":
		w.is, w.month = w.is|aMonth, int8(n)
	case "month?":
		w.is, w.month = w.is|aMonth|maybeMonth, int8(n)
	case "weekday":
		w.is, w.weekday = w.is|aWeekday, int8(n)
	case "weekday?":
		w.is, w.weekday = w.is|aWeekday|maybeWeekday, int8(n)
	case "unit":
		w.is, w.unit = w.is|aUnit, units[value]
	case "number":
		w.is, w.number = w.is|aNumber, int16(n)
	case "scale":
		w.is, w.scale = w.is|aScale, int16(n)
	case "ordinal":
		w.is, w.ordinal = w.is|anOrdinal, int16(n)
	case "decade":
		w.is, w.decade = w.is|aDecade, int16(n)
	case "step":
		w.is, w.step = w.is|aStep, int8(n)
	case "deictic":
		w.is, w.step = w.is|deictic, int8(n)
	case "ago":
		w.is, w.ago = w.is|anAgo, int8(n)
	case "plan":
		w.is, w.plans = w.is|aPlan, n >= 1
		w.dated = n == 2
	case "night":
		w.is, w.step = w.is|aNight, int8(n)
	case "meridiem":
		w.is, w.hours = w.is|meridiem, int8(n)
	case "part":
		w.is, w.part = w.is|aPart, value
	case "point":
		w.is, w.point = w.is|aPoint, value
	case "often":
		w.is, w.often = w.is|often, value
	case "season":
		w.is, w.season = w.is|aSeason, map[string]int8{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[value]
	case "edge":
		w.is, w.edge = w.is|anEdge, map[string]edge{"start": start, "middle": middle, "end": end}[value]
	default:
		w.is |= marks[kind]
	}
}

// marks are the kinds that carry no value.
var marks = map[string]class{"plural": plural, "vague": vague, "about": approx, "filler": filler, "every": every,
	"zone": zone, "ahead": ahead, "lasts": lasts, "far": far, "unvaried": unvaried, "half": theHalf, "the": determiner}

// holiday finds the day of a feast in a year.
type holiday struct {
	calendar   string // "", "easter", "orthodox", "islamic"
	year       int    // 0: every year
	month, day int    // the date, or 0 and the days from Easter
	nth        int    // the nth weekday of the month, below 0 from its end
	length     int
}

// newHoliday reads a rule of holidays.tsv.
func newHoliday(rule, days string) holiday {
	h := holiday{}
	h.length, _ = strconv.Atoi(days)
	if from, offset, found := cutSign(rule, "easter", "orthodox"); found {
		h.calendar = from
		h.day, _ = strconv.Atoi(offset)
		return h
	}
	if rest, found := strings.CutPrefix(rule, "islamic "); found {
		h.calendar, rule = "islamic", rest
	}
	if parts := strings.Split(rule, "/"); len(parts) == 3 {
		h.month, _ = strconv.Atoi(parts[0])
		h.nth, _ = strconv.Atoi(parts[1])
		h.day, _ = strconv.Atoi(parts[2])
		return h
	}
	parts := strings.Split(rule, "-")
	if len(parts) == 3 {
		h.year, _ = strconv.Atoi(parts[0])
		parts = parts[1:]
	}
	h.month, _ = strconv.Atoi(parts[0])
	h.day, _ = strconv.Atoi(parts[1])
	return h
}

func cutSign(rule string, prefixes ...string) (prefix, offset string, found bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(rule, p); ok {
			return p, rest, true
		}
	}
	return "", "", false
}

// in returns the feast's first day in a year.
func (h holiday) in(year int) day {
	switch {
	case h.calendar == "easter":
		return easter(year) + day(h.day)
	case h.calendar == "orthodox":
		return orthodoxEaster(year) + day(h.day)
	case h.calendar == "islamic":
		return islamicIn(year, h.month, h.day)
	case h.nth > 0:
		first := dayOf(year, h.month, 1)
		return first + day((h.day-first.weekday()+7)%7+7*(h.nth-1))
	case h.nth < 0:
		last := dayOf(year, h.month+1, 1) - 1
		return last - day((last.weekday()-h.day+7)%7) + day(7*(h.nth+1))
	}
	return dayOf(year, h.month, h.day)
}
