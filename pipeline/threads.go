package pipeline

import (
	"context"
	"reflect"
	"slices"
	"sync"

	"concord"
	"concord/timeline"
)

// threadTypes are the types of event that ceasefires are made of, and by which commitments come about or fail.
func threadTypes(groups ...concord.Group) []concord.EventType {
	var list []concord.EventType
	for _, info := range concord.EventTypes() {
		if slices.Contains(groups, info.Type.Group()) {
			list = append(list, info.Type)
		}
	}
	return list
}

// gathered are claims from the record, each once.
type gathered struct {
	store  concord.Store
	claims []concord.IncidentClaim
	whole  map[string]bool // reports all of whose claims are there
	has    map[string]bool // claims that are there
}

func gather(store concord.Store) *gathered {
	return &gathered{store: store, whole: map[string]bool{}, has: map[string]bool{}}
}

// add keeps those claims that are not there yet.
func (g *gathered) add(claims []concord.IncidentClaim) {
	for i := range claims {
		name := claims[i].ReportID + "#" + claims[i].ID
		if !g.has[name] {
			g.has[name] = true
			g.claims = append(g.claims, claims[i])
		}
	}
}

// types adds all claims of these types.
func (g *gathered) types(ctx context.Context, f concord.Filter, types []concord.EventType) error {
	for _, f.Type = range types {
		claims, err := g.store.Claims(ctx, f)
		if err != nil {
			return err
		}
		g.add(claims)
	}
	return nil
}

// reportsAtOnce is how many reports are asked for together.
const reportsAtOnce = 256

// reports adds all claims of the reports that the claims so far stand in.
func (g *gathered) reports(ctx context.Context) error {
	var lacking []string
	for i := range g.claims {
		if report := g.claims[i].ReportID; !g.whole[report] {
			g.whole[report] = true
			lacking = append(lacking, report)
		}
	}
	for some := range slices.Chunk(lacking, reportsAtOnce) {
		claims, err := g.store.Claims(ctx, concord.Filter{Reports: some})
		if err != nil {
			return err
		}
		g.add(claims)
	}
	return nil
}

// reviewed returns the claims as people decided on them.
func (g *gathered) reviewed(ctx context.Context) ([]concord.IncidentClaim, error) {
	decisions, err := g.store.Decisions(ctx, concord.Filter{})
	if err != nil {
		return nil, err
	}
	here := map[string]bool{}
	for i := range g.claims {
		here[g.claims[i].ReportID] = true
	}
	decisions = slices.DeleteFunc(decisions, func(d concord.Decision) bool { return !here[d.Report] && d.Kind != concord.UndoDecision })
	if len(decisions) == 0 {
		return g.claims, nil
	}
	reviewed, err := concord.Reviewed(g.claims, nil, decisions)
	if err == nil {
		located(g.claims, reviewed)
	}
	return reviewed, err
}

// Ceasefires returns the threads of ceasefires in the record, with the commitments that belong to each. The filter narrows the claims that they are
// made of by day, place and source.
func Ceasefires(ctx context.Context, store concord.Store, f concord.Filter) ([]concord.Ceasefire, error) {
	claims, err := truceClaims(ctx, store, f)
	if err != nil {
		return nil, err
	}
	return timeline.Ceasefires(claims), nil
}

// truceClaims returns all claims of the reports that hold claims of the filter about ceasefires, as people decided on them.
func truceClaims(ctx context.Context, store concord.Store, f concord.Filter) ([]concord.IncidentClaim, error) {
	g := gather(store)
	if err := g.types(ctx, f, threadTypes(concord.Ceasefires)); err != nil {
		return nil, err
	}
	if err := g.reports(ctx); err != nil {
		return nil, err
	}
	return g.reviewed(ctx)
}

// Threads keeps the ceasefires of a record at hand while it grows: asked again, it reads only the reports that were taken in since, and
// threads anew only the ceasefires that these touch. After a decision of a person it begins anew.
type Threads struct {
	store concord.Store
	mu    sync.Mutex
	book  *timeline.Book
	read  concord.Counts
}

// NewThreads returns the threads of a record, which are read when they are first asked for.
func NewThreads(store concord.Store) *Threads {
	return &Threads{store: store, book: timeline.NewBook()}
}

// Ceasefires is [Ceasefires] of the record as it stands. A filter that narrows makes the threads of its claims alone.
func (t *Threads) Ceasefires(ctx context.Context, f concord.Filter) ([]concord.Ceasefire, error) {
	if !reflect.DeepEqual(f, concord.Filter{}) {
		return Ceasefires(ctx, t.store, f)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	counts, err := t.store.Counts(ctx)
	if err != nil {
		return nil, err
	}
	if counts.Decisions != t.read.Decisions {
		t.book, t.read = timeline.NewBook(), concord.Counts{}
	}
	if counts.Reports > t.read.Reports {
		claims, err := truceClaims(ctx, t.store, concord.Filter{After: t.read.Reports})
		if err != nil {
			return nil, err
		}
		t.book.Add(claims)
	}
	t.read = counts
	return t.book.Ceasefires(), nil
}

// Commitments returns what named speakers promised, demanded or threatened, with what became of it. The filter narrows the statements.
func Commitments(ctx context.Context, store concord.Store, f concord.Filter) ([]concord.Commitment, error) {
	claims, err := statements(ctx, store, f)
	if err != nil {
		return nil, err
	}
	return timeline.Commitments(claims), nil
}

// Speaker returns the record of one speaker, or of a body by whatever voice it speaks.
func Speaker(ctx context.Context, store concord.Store, name string) (concord.SpeakerRecord, error) {
	claims, err := statements(ctx, store, concord.Filter{Source: name})
	if err != nil {
		return concord.SpeakerRecord{}, err
	}
	record := timeline.Speaker(claims, name)
	if len(record.Statements)+len(record.Responsibility) == 0 {
		return record, concord.Errorf(concord.NotFound, "speaker "+name, "no words of such a speaker are in the record. concord speakers lists who is heard")
	}
	return record, nil
}

// statements returns statements, the claims beside them, and the events by which what was said may have come about.
func statements(ctx context.Context, store concord.Store, f concord.Filter) ([]concord.IncidentClaim, error) {
	g := gather(store)
	for _, f.Kind = range []concord.ClaimKind{concord.StatementClaim, concord.ResponsibilityClaim} {
		claims, err := store.Claims(ctx, f)
		if err != nil {
			return nil, err
		}
		g.add(claims)
	}
	if err := g.reports(ctx); err != nil {
		return nil, err
	}
	if err := g.types(ctx, concord.Filter{}, threadTypes(concord.Ceasefires, concord.Diplomacy, concord.Humanitarian)); err != nil {
		return nil, err
	}
	return g.reviewed(ctx)
}
