// Package synthetic makes readings whose truth is known, for measuring how linking and the store behave in large records.
// Nothing in it resembles a real place, outlet or person: towns, names and outlets are made of syllables.
package synthetic

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"concord"
)

// World is a generator of reports on a war of its own. The same seed gives the same reports.
type World struct {
	towns   []town
	outlets []string
	words   []string // what reports are otherwise made of, the commonest first
}

type town struct {
	name    string
	country string
	admin1  string
	point   concord.Point
}

// PerDay is how many incidents happen a day, everywhere together: a record grows by days, not by density.
const PerDay = 40

var syllables = []string{"ba", "dor", "el", "fa", "gan", "hir", "ka", "lem", "mar", "nu", "ol", "per", "qas", "rim", "su", "tar", "um", "vel", "wan", "zi", "ash", "bre", "chi", "dun"}

// New returns a world of 600 towns in six countries.
func New() *World {
	r := rand.New(rand.NewPCG(1, 1))
	w := &World{}
	countries := []string{"QM", "QN", "QO", "QP", "QQ", "QR"} // codes that ISO 3166 leaves to users
	for i := range 600 {
		c := i % len(countries)
		w.towns = append(w.towns, town{
			name: word(r, 3), country: countries[c], admin1: fmt.Sprintf("Province %d", i/6%10),
			point: concord.Point{Lat: 10 + 6*float64(c) + 5*r.Float64(), Lon: 20 + 5*r.Float64()*2},
		})
	}
	for range 60 {
		w.outlets = append(w.outlets, "The "+word(r, 2)+" "+[]string{"Post", "Courier", "Wire", "Times"}[r.IntN(4)])
	}
	for range 3000 {
		w.words = append(w.words, strings.ToLower(word(r, 2+r.IntN(2))))
	}
	return w
}

// word makes a capitalised word of n syllables.
func word(r *rand.Rand, n int) string {
	var s strings.Builder
	for range n {
		s.WriteString(syllables[r.IntN(len(syllables))])
	}
	return strings.ToUpper(s.String()[:1]) + s.String()[1:]
}

// happening is the truth of one incident.
type happening struct {
	number         int
	day            time.Time
	town           town
	kind           concord.EventType
	killed, hurt   int
	target, victim string
	details        []string // words that its reports have in common
}

var kinds = []concord.EventType{concord.AirStrike, concord.Shelling, concord.Bombing, concord.AttackOnCivilians, concord.ArmedClash}

var targets = []string{"market", "bakery", "school", "mosque", "clinic", "bridge", "checkpoint", "bus station", "apartment block", "fuel depot", "farm", "water plant"}

// Readings yields count readings with the number of the incident that each tells of, in order of publication, from incident number
// first on. An incident has one to six reports within three days.
func (w *World) Readings(first, count int) iter.Seq2[int, concord.Reading] {
	return func(yield func(int, concord.Reading) bool) {
		for number, made := first, 0; made < count; number++ {
			for reading := range w.Incident(number) {
				if made == count || !yield(number, reading) {
					return
				}
				made++
			}
		}
	}
}

// Incident yields the one to six readings that tell of the incident of this number.
func (w *World) Incident(number int) iter.Seq[concord.Reading] {
	return func(yield func(concord.Reading) bool) {
		r := rand.New(rand.NewPCG(7, uint64(number)))
		h := w.happening(r, number)
		for i := range 1 + r.IntN(6) {
			if !yield(w.report(r, h, i)) {
				return
			}
		}
	}
}

// Day returns the day on which the incident of this number happened.
func (w *World) Day(number int) concord.Date { return concord.DateOf(dayOf(number)) }

func dayOf(number int) time.Time {
	return time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, number/PerDay)
}

// happening draws the truth of an incident.
func (w *World) happening(r *rand.Rand, number int) happening {
	h := happening{number: number, day: dayOf(number), town: w.towns[r.IntN(len(w.towns))], kind: kinds[r.IntN(len(kinds))],
		killed: 1 + int(r.ExpFloat64()*8), hurt: int(r.ExpFloat64() * 15), target: targets[r.IntN(len(targets))], victim: word(r, 2) + " " + word(r, 2)}
	for range 12 {
		h.details = append(h.details, w.words[r.IntN(len(w.words))])
	}
	return h
}

// report is one outlet's telling: the name may be spelt otherwise, the day be one late, the toll early or by another source.
func (w *World) report(r *rand.Rand, h happening, i int) concord.Reading {
	published := h.day.AddDate(0, 0, r.IntN(3))
	place := h.town.name
	if r.IntN(4) == 0 {
		place = respell(r, place)
	}
	when := h.day
	if r.IntN(10) == 0 {
		when = when.AddDate(0, 0, 1)
	}
	killed := h.killed
	if r.IntN(3) == 0 {
		killed = max(1, killed+r.IntN(5)-2)
	}
	b := builder{reading: concord.Reading{Report: concord.Report{Name: fmt.Sprintf("happening-%d/%d", h.number, i), Publisher: w.outlets[r.IntN(len(w.outlets))], Published: concord.DateOf(published), Language: "en"}}}
	if r.IntN(8) == 0 {
		h.kind = concord.AttackOnCivilians // the outlet does not say with what
	}
	b.account(h, place, when)
	if r.IntN(5) > 0 {
		b.figure(r, concord.Killed, killed)
	}
	if r.IntN(2) == 0 {
		b.figure(r, concord.Injured, max(1, h.hurt))
	}
	fmt.Fprintf(&b.text, "It was the %s of %s.", h.target, place)
	if r.IntN(2) == 0 {
		fmt.Fprintf(&b.text, " %s was named.", h.victim)
	}
	for range 6 {
		b.text.WriteString(" " + h.details[r.IntN(len(h.details))])
	}
	for range 30 { // common words more often than rare ones, as Zipf has it
		b.text.WriteString(" " + w.words[int(float64(len(w.words))*r.Float64()*r.Float64())])
	}
	b.text.WriteString(".")
	return b.finish()
}

// respell writes a name as another reporter might: a vowel changed or a letter doubled.
func respell(r *rand.Rand, name string) string {
	at := 1 + r.IntN(len(name)-1)
	if i := strings.IndexAny(name[at:], "aeiou"); i >= 0 && r.IntN(2) == 0 {
		at += i
		return name[:at] + string("aeiou"[r.IntN(5)]) + name[at+1:]
	}
	return name[:at] + name[at:at+1] + name[at:]
}

// builder writes the text of a reading and the claims that stand in it.
type builder struct {
	reading concord.Reading
	text    strings.Builder
}

// say writes a sentence and returns its quote.
func (b *builder) say(format string, args ...any) concord.Quote {
	sentence := fmt.Sprintf(format, args...)
	q := concord.Quote{Span: concord.Span{Start: b.text.Len(), End: b.text.Len() + len(sentence)}, Text: sentence}
	b.text.WriteString(sentence + ". ")
	return q
}

// claim adds a claim on the one account.
func (b *builder) claim(c concord.Claim) {
	incident := "i1"
	c.ID, c.Incident, c.Modality, c.Rule = fmt.Sprintf("c%d", len(b.reading.Claims)+1), &incident, concord.Asserted, "synthetic"
	b.reading.Claims = append(b.reading.Claims, c)
	b.reading.Accounts[0].Claims = append(b.reading.Accounts[0].Claims, c.ID)
}

// account adds the account, with the claim that it happened.
func (b *builder) account(h happening, place string, when time.Time) {
	point := h.town.point
	day := concord.DateOf(when)
	b.reading.Accounts = []concord.Account{{ID: "i1", Type: h.kind, Modality: concord.Asserted,
		When:  &concord.When{From: day, To: day, Precision: concord.ToDay, Span: &concord.Span{}},
		Where: &concord.Where{Name: place, Country: h.town.country, Admin1: h.town.admin1, Point: &point, Precision: concord.ToCity}}}
	a := &b.reading.Accounts[0]
	b.claim(concord.Claim{Kind: concord.EventClaim, Source: []concord.Speaker{}, Quote: b.say("It was %s at %s on %s", strings.ReplaceAll(string(h.kind), "_", " "), place, when.Format("2 January")),
		Event: &concord.Event{Type: h.kind, When: a.When, Where: a.Where}})
}

var speakers = []concord.Speaker{{Name: "the monitor", Kind: concord.Monitor}, {Name: "the governor", Kind: concord.Official}, {Name: "rescue workers", Kind: concord.Rescue}, {Name: "the army", Kind: concord.ArmedForce}}

// figure adds a number that one of the speakers gives.
func (b *builder) figure(r *rand.Rand, measure concord.Measure, n int) {
	who := speakers[r.IntN(len(speakers))]
	q := b.say("%d were %s, said %s", n, measure, who.Name)
	b.claim(concord.Claim{Kind: concord.FigureClaim, Source: []concord.Speaker{who}, Quote: q,
		Figure: &concord.Figure{Measure: measure, Low: n, High: &n, Qualifier: concord.Exact, Scope: concord.ScopeIncident, Counted: concord.Counted{Text: "people", Status: concord.Anyone, Span: q.Span}}})
}

func (b *builder) finish() concord.Reading {
	b.reading.Report.Text = b.text.String()
	b.reading.Report.ID = concord.ReportID(b.reading.Report.Text + b.reading.Report.Name)
	return b.reading
}
