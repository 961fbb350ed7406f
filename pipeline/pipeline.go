// Package pipeline is the one place where the flow is written: from a report to its claims, and from
// readings to the incidents of the record.
package pipeline

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
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

// Open begins to open what the program carries for all readers, on cores that have nothing else to do: so a user's tables may be opened
// meanwhile. A reader waits for what is not open yet.
func Open() {
	go extract.Open()
	go text.New()
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
	return p.readTogether([]concord.Report{report})[0]
}

// readTogether reads some reports.
func (p *Reader) readTogether(reports []concord.Report) []concord.Reading {
	readings := make([]concord.Reading, len(reports))
	var english []*concord.Report
	for i, report := range reports {
		readings[i] = concord.Reading{Report: report, Claims: []concord.Claim{}, Accounts: []concord.Account{}, Mentions: &concord.Mentions{}}
		if report.Language == "en" {
			english = append(english, &readings[i].Report)
		}
	}
	docs, mentions := p.prepareAll(english, extract.Needs)
	for i := range readings {
		if r := &readings[i]; r.Report.Language == "en" {
			r.Claims, r.Accounts = extract.Read(docs[0], mentions[0])
			r.Mentions = mentions[0].Named()
			docs, mentions = docs[1:], mentions[1:]
		}
		readings[i].CodePoints()
	}
	return readings
}

// Prepare returns the grammar of a report and what its words name: all that extraction starts from. Offsets are bytes.
// Sentences in which nothing may be claimed are not parsed.
func (p *Reader) Prepare(report *concord.Report) (*text.Doc, *concord.Mentions) {
	return p.prepare(report, extract.Needs)
}

// need says which sentences are parsed.
type need func(d *text.Doc, sentence int) bool

// prepare is Prepare with other needs.
func (p *Reader) prepare(report *concord.Report, needs need) (*text.Doc, *concord.Mentions) {
	docs, mentions := p.prepareAll([]*concord.Report{report}, needs)
	return docs[0], mentions[0]
}

// prepareAll prepares some reports stage by stage: so what a stage looks up stays near the processor from one report to the next.
func (p *Reader) prepareAll(reports []*concord.Report, needs need) (docs []*text.Doc, mentions []*concord.Mentions) {
	for _, report := range reports {
		docs, mentions = append(docs, p.engine.Tag(report)), append(mentions, &concord.Mentions{})
	}
	parse := func(doc *text.Doc, _ *concord.Mentions) { p.parse(doc, needs) }
	resolve := func(doc *text.Doc, _ *concord.Mentions) { p.engine.Resolve(doc) }
	for _, stage := range slices.Concat([]stage{parse}, p.finders(), []stage{resolve}) {
		for i, doc := range docs {
			stage(doc, mentions[i])
		}
	}
	return docs, mentions
}

// stage adds to what is known of a report.
type stage func(doc *text.Doc, m *concord.Mentions)

// finders are the stages that find what the words of a report name.
func (p *Reader) finders() []stage {
	return []stage{
		func(doc *text.Doc, m *concord.Mentions) { m.Times = timex.Find(doc) },
		func(doc *text.Doc, m *concord.Mentions) { m.Places = p.places.Find(doc) },
		func(doc *text.Doc, m *concord.Mentions) { m.Actors = p.actors.Find(doc, m.Places) },
		func(doc *text.Doc, m *concord.Mentions) { m.Weapons = weapon.Find(doc) },
		func(doc *text.Doc, m *concord.Mentions) { m.Quantities = quantity.Find(doc, m.Times) },
	}
}

// parse finds the grammar of the sentences that need it.
func (p *Reader) parse(doc *text.Doc, needs need) {
	var wanted []int
	for i := range doc.Sentences {
		if needs(doc, i) {
			wanted = append(wanted, i)
		}
	}
	p.engine.Parse(doc, wanted...)
}

// tryRead reads reports; a fault of our own in the midst of one becomes its error, so that it never takes the others down.
func (p *Reader) tryRead(reports []concord.Report) (outcomes []outcome) {
	defer func() {
		switch fault := recover(); {
		case fault == nil:
		case len(reports) == 1:
			outcomes = []outcome{{reading: concord.Reading{Report: reports[0]}, err: faultOf(reports[0].Name, fault)}}
		default:
			for _, report := range reports {
				outcomes = append(outcomes, p.tryRead([]concord.Report{report})...)
			}
		}
	}()
	for _, reading := range p.readTogether(reports) {
		outcomes = append(outcomes, outcome{reading: reading})
	}
	return outcomes
}

// faultOf is the error of a report that could not be read; it is made where the fault is recovered.
func faultOf(name string, fault any) error {
	return concord.Errorf(concord.Internal, name, "cannot be read, by a fault of concord's own: %v at %s. Please report it with the text; the other reports are not affected", fault, faultPlace())
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
			reports []concord.Report
			done    chan []outcome
		}
		workers := runtime.GOMAXPROCS(0)
		jobs, order, stop := make(chan job), make(chan job, 2*workers), make(chan struct{})
		var running sync.WaitGroup
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.done <- p.tryRead(j.reports)
				}
			})
		}
		running.Go(func() {
			defer close(order)
			defer close(jobs)
			for group := range groups(reports, workers) {
				j := job{group, make(chan []outcome, 1)}
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
			for _, o := range <-j.done {
				if !yield(o.reading, o.err) {
					return
				}
			}
		}
	}
}

// A group of reports that one core reads together is the larger the more reports there were before: so the cores have equal parts of
// few reports too.
const (
	mostTogether = 32
	shareOfGroup = 16 // a core reads at least so many groups of the size of the last
)

// groups yields the reports in groups.
func groups(reports iter.Seq[concord.Report], workers int) iter.Seq[[]concord.Report] {
	return func(yield func([]concord.Report) bool) {
		var group []concord.Report
		seen := 0
		for report := range reports {
			group = append(group, report)
			if seen++; len(group) < min(mostTogether, seen/(shareOfGroup*workers)) {
				continue
			}
			if !yield(group) {
				return
			}
			group = nil
		}
		if len(group) > 0 {
			yield(group)
		}
	}
}
