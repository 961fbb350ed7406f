// Package pipeline is the one place where the flow is written: from a report to its claims, and from
// readings to the incidents of the record.
package pipeline

import (
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync"

	"concord"
	"concord/actor"
	"concord/extract"
	"concord/gazetteer"
	"concord/quantity"
	"concord/text"
	"concord/timex"
	"concord/weapon"
)

// Reader reads reports. It is read-only after New: one serves any number of goroutines.
type Reader struct {
	engine *text.Engine
	places *gazetteer.Gazetteer
	actors *actor.Lexicon
}

// Tables are the places and actors that a reader knows.
type Tables struct {
	Places *gazetteer.Gazetteer
	Actors *actor.Lexicon
}

// NewReader returns a reader with the embedded model and tables.
func NewReader() (*Reader, error) {
	return ReaderWith(Tables{gazetteer.Builtin(), actor.Builtin()})
}

// ReaderWith returns a reader with the embedded model and a user's tables.
func ReaderWith(t Tables) (*Reader, error) {
	engine, err := text.New()
	if err != nil {
		return nil, err
	}
	return &Reader{engine: engine, places: t.Places, actors: t.Actors}, nil
}

// Read returns what one report holds, with offsets in code points. Reading is pure: the same report gives the same reading.
// A report that is not in English gives no claims.
func (p *Reader) Read(report concord.Report) concord.Reading {
	reading := concord.Reading{Report: report, Claims: []concord.Claim{}, Accounts: []concord.Account{}, Mentions: &concord.Mentions{}}
	if report.Language == "en" {
		doc, mentions := p.Prepare(&reading.Report)
		reading.Claims, reading.Accounts = extract.Read(doc, mentions)
		reading.Mentions = mentions.Named()
	}
	reading.CodePoints()
	return reading
}

// Prepare returns the grammar of a report and what its words name: all that extraction starts from. Offsets are bytes.
// Sentences in which nothing may be claimed are not parsed.
func (p *Reader) Prepare(report *concord.Report) (*text.Doc, *concord.Mentions) {
	return p.prepare(report, extract.Needs)
}

// prepare is Prepare where needs says which sentences are parsed.
func (p *Reader) prepare(report *concord.Report, needs func(d *text.Doc, sentence int) bool) (*text.Doc, *concord.Mentions) {
	mentions := &concord.Mentions{}
	doc := p.engine.Tag(report)
	var wanted []int
	for i := range doc.Sentences {
		if needs(doc, i) {
			wanted = append(wanted, i)
		}
	}
	p.engine.Parse(doc, wanted...)
	p.mention(doc, mentions)
	p.engine.Resolve(doc)
	return doc, mentions
}

// mention finds what the words of the report name.
func (p *Reader) mention(doc *text.Doc, m *concord.Mentions) {
	m.Times = timex.Find(doc)
	m.Places = p.places.Find(doc)
	m.Actors = p.actors.Find(doc, m.Places)
	m.Weapons = weapon.Find(doc)
	m.Quantities = quantity.Find(doc, m.Times)
}

// tryRead reads a report; a fault of our own in the midst of it becomes an error, so that one report never takes the others down.
func (p *Reader) tryRead(report concord.Report) (o outcome) {
	defer func() {
		if fault := recover(); fault != nil {
			o.reading = concord.Reading{Report: report}
			o.err = concord.Errorf(concord.Internal, report.Name, "cannot be read, by a fault of concord's own: %v at %s. Please report it with the text; the other reports are not affected", fault, faultPlace())
		}
	}()
	return outcome{reading: p.Read(report)}
}

// faultPlace names the function of ours in which a panic began.
func faultPlace() string {
	callers := make([]uintptr, 32)
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers)])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "concord/") && !strings.HasPrefix(frame.Function, "concord/pipeline") {
			return fmt.Sprintf("%s, line %d", frame.Function, frame.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}

// outcome is a reading, or why there is none.
type outcome struct {
	reading concord.Reading
	err     error
}

// ReadAll reads reports on all cores and yields the readings in the order of the reports. With an error, the reading holds the report alone.
func (p *Reader) ReadAll(reports iter.Seq[concord.Report]) iter.Seq2[concord.Reading, error] {
	return func(yield func(concord.Reading, error) bool) {
		type job struct {
			report concord.Report
			done   chan outcome
		}
		workers := runtime.GOMAXPROCS(0)
		jobs, order, stop := make(chan job), make(chan job, 4*workers), make(chan struct{})
		var running sync.WaitGroup
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.done <- p.tryRead(j.report)
				}
			})
		}
		running.Go(func() {
			defer close(order)
			defer close(jobs)
			for report := range reports {
				j := job{report, make(chan outcome, 1)}
				select {
				case order <- j:
				case <-stop:
					return
				}
				jobs <- j
			}
		})
		defer running.Wait()
		defer func() {
			close(stop)
			for range order {
			}
		}()
		for j := range order {
			if o := <-j.done; !yield(o.reading, o.err) {
				return
			}
		}
	}
}
