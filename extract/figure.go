package extract

import (
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// readFigures finds who was befallen by what, and makes figure claims of what counts anew.
func (r *reader) readFigures() {
	r.readQuantities()
	for s := range r.Sentences {
		if r.Paragraphs[r.Sentences[s].Paragraph].Kind.Told() {
			r.figuresOf(s)
		}
	}
}

// figuresOf reads one sentence. A number serves once.
func (r *reader) figuresOf(s int) {
	if f := r.fieldOf(s); f != nil && !f.tells() {
		if x := r.figureOfField(f); x != nil {
			r.takeIn(r.included(s, r.bracketed(r.parts(s, []*figure{x}))))
		}
		return
	}
	var list []*figure
	var before hit
	var same []tally // whom it befell
	for _, h := range r.hits(s) {
		if covered(list, h) {
			continue
		}
		if f := r.readToll(h); f != nil {
			list = append(list, f...)
			continue
		}
		found := r.befallen(h)
		if len(found) == 0 && r.goesOnWith(before, h) {
			found = same
		}
		for _, t := range found {
			list = r.strike(list, h, r.asBefore(list, h, r.allBut(t)))
		}
		before, same = h, found
	}
	list = r.unharmed(s, r.ofThose(s, r.included(s, r.bracketed(r.parts(s, list)))))
	r.outdated(list)
	r.partsOfTolls(list)
	r.takeIn(list)
}

// takeIn ties the figures of a sentence to their events and claims those that count anew.
func (r *reader) takeIn(list []*figure) {
	for _, f := range list {
		if !r.sensible(f) {
			continue
		}
		r.struck = append(r.struck, f)
		r.tie(f)
		if f.measure == concord.Abducted && f.event != nil && f.event.found.act == arrest {
			f.measure = concord.Detained // "police seized 30 suspects"
		}
		if !f.tally.known || r.firstOf(f) {
			r.claimFigure(f)
			if f.tally.qualifier == concord.Some && f.claim.Modality != concord.Asserted && f.claim.Modality != concord.Denied {
				continue
			}
			r.figures = append(r.figures, f)
		}
	}
}

// asBefore gives a number that stands alone the status of the things counted before it: "six clinics were damaged and two destroyed".
func (r *reader) asBefore(list []*figure, h hit, t tally) tally {
	if isPersonal(h.measure) || len(list) == 0 || r.Tokens[t.head].POS != text.NUM {
		return t
	}
	if last := list[len(list)-1]; !last.tally.people() {
		t.status = last.tally.status
	}
	return t
}

// goesOnWith reports whether h says more of those whom the hit before befell: "shot, killed".
func (r *reader) goesOnWith(before, h hit) bool {
	if before.blow == nil || h.frame != befallsObject || r.Tokens[h.verb].Tag == text.VBG {
		return false
	}
	for i := before.last; i < h.first; i++ {
		if w := r.Tokens[i].Norm; w != "," && w != "and" && r.Tokens[i].POS != text.ADV {
			return false
		}
	}
	return h.first > before.last
}

// covered reports whether a toll has taken the hit in: "the number of people killed".
func covered(list []*figure, h hit) bool {
	return slices.ContainsFunc(list, func(f *figure) bool { return f.hit.first <= h.first && h.last <= f.hit.last })
}

// strike adds that h befell t. What is said twice of the same people keeps the gravest: "was shot and died".
func (r *reader) strike(list []*figure, h hit, t tally) []*figure {
	if p := r.phraseOf(t.head); h.words == "destroy" && t.stated && t.head > h.verb && p != nil && p.noun.class.armed() && !p.noun.class.body() {
		killed := *h.blow
		killed.measure = concord.Killed
		h.blow = &killed // "destroyed 60 fighters"
	}
	for _, f := range list {
		if f.tally.head != t.head || f.tally.low != t.low {
			continue
		}
		if f.measure == h.measure || h.measure == concord.Attacks || f.measure == concord.Killed && h.measure == concord.Injured || f.measure == concord.Casualties {
			return list
		}
		if f.measure == concord.Injured && h.measure == concord.Killed {
			f.measure, f.hit = h.measure, h
			return list
		}
	}
	return append(list, &figure{hit: h, measure: h.measure, tally: t, head: t.head, frame: h.frame})
}

// figureAt returns the figure whose tally is t, or nil.
func figureAt(list []*figure, t tally) *figure {
	for _, f := range list {
		if f.tally.first == t.first && f.tally.low == t.low {
			return f
		}
	}
	return nil
}

// tie finds the event that f is about.
func (r *reader) tie(f *figure) { f.event = r.eventNear(f) }

// claimFigure writes the claim of f.
func (r *reader) claimFigure(f *figure) {
	span := r.Span(min(f.tally.first, f.hit.first), max(f.tally.last, f.hit.last))
	if f.part != nil {
		span = r.Span(f.tally.first, f.tally.last)
	}
	modality, why := concord.Asserted, ""
	if f.tally.qualifier != concord.None {
		modality, why = r.modalityOf(f.hit.verb)
	}
	scope, because := r.scopeOf(f)
	source := r.sourceAt(f.hit.verb)
	if over := r.deniedAround(f.hit.verb); over != nil {
		source, modality, why = r.chain(over.embedded), concord.Asserted, ""
	}
	f.claim = concord.Claim{
		Kind: concord.FigureClaim, Quote: concord.QuoteOf(r.Text, span), Source: source, Modality: modality,
		Rule: "figure/" + f.rule(), Confidence: f.confidence(),
		Figure: &concord.Figure{Measure: f.measure, Low: f.tally.low, High: f.tally.high, Qualifier: f.tally.qualifier,
			Counted: r.countedBy(f), Scope: scope, Subset: f.tally.subset, Earlier: f.earlier},
	}
	f.claim.Trace = r.traceFigure(f, why, because)
}

// countedBy returns whom f counts, in the words of the report.
func (r *reader) countedBy(f *figure) concord.Counted {
	first, last := f.tally.head, f.tally.head+1
	if q := r.quantityOf(f.tally.head); q != nil && q.Counted.Len() > 0 {
		first, last = r.TokensIn(q.Counted)
	} else if q == nil {
		first, last = f.tally.first, f.tally.last
	}
	return concord.Counted{Text: r.Words(first, last), Status: f.tally.status, Span: r.Span(first, last)}
}

// eventNear returns the event whose toll f is: the one that its words name, else what caused that, else the nearest in the sentence.
func (r *reader) eventNear(f *figure) *event {
	for i := f.hit.first; i < f.hit.last; i++ {
		if e := r.eventOf[i]; e != nil {
			return e
		}
	}
	s := r.Sentences[r.Tokens[f.head].Sentence]
	var near *event
	for i := s.First; i < s.Last; i++ {
		if e := r.eventOf[i]; e != nil && (near == nil || distance(i, f.hit.verb) < distance(near.head, f.hit.verb)) {
			near = e
		}
	}
	before := r.eventBefore(s.First)
	if near == nil || before != nil && f.frame == tollOf && near.head > f.head && r.inNextClause(near.head, f.head) {
		return before
	}
	return near
}

// inNextClause reports whether token i stands in a clause that "and" joins to that of the token before: "raised the |toll| to 31 and said that a
// second missile |struck|".
func (r *reader) inNextClause(i, before int) bool {
	for ; i > before; i = r.Tokens[i].Head {
		if t := &r.Tokens[i]; t.Rel == text.Conj && t.POS == text.VERB && t.Head < before {
			return true
		}
	}
	return false
}

func distance(a, b int) int { return max(a-b, b-a) }

// eventBefore returns the last event of violence told before token i.
func (r *reader) eventBefore(i int) *event {
	for j := i - 1; j >= 0; j-- {
		if e := r.eventOf[j]; e != nil && violence.has(e.found.act) {
			return e
		}
	}
	return nil
}

func (f *figure) rule() string {
	names := [...]string{"", "object", "subject", "state", "deed", "victim", "toll", "attack", "shot"}
	if f.part != nil {
		return "part"
	}
	return names[f.frame]
}

// confidence is lower the less the words say: without a number, or as a part.
func (f *figure) confidence() float64 {
	switch {
	case f.tally.qualifier == concord.Some:
		return 0.6
	case f.part != nil || f.tally.low == 1:
		return 0.8
	}
	return 0.9
}

// traceFigure writes why f is held.
func (r *reader) traceFigure(f *figure, modality, scope string) concord.Trace {
	why := concord.Trace{Rule: f.claim.Rule, Why: r.Words(f.hit.first, f.hit.last)}
	why.Parts = append(why.Parts, concord.Trace{Rule: "counted " + string(f.tally.status), Why: f.claim.Counted.Text},
		concord.Trace{Rule: "number " + string(f.tally.qualifier), Why: strings.TrimSpace(r.Words(f.tally.first, f.tally.last))},
		concord.Trace{Rule: "scope " + string(f.claim.Scope), Why: scope})
	if modality != "" {
		why.Parts = append(why.Parts, concord.Trace{Rule: "modality " + string(f.claim.Modality), Why: modality})
	}
	if f.part != nil {
		why.Parts = append(why.Parts, concord.Trace{Rule: "part of", Why: r.Words(f.part.tally.first, f.part.tally.last)})
	}
	if f.earlier {
		why.Parts = append(why.Parts, concord.Trace{Rule: "superseded by the report itself"})
	}
	return why
}

// settleFigures gives the figures the accounts of their events, and drops those that are taken back and those that say
// again, of the same incident and from the same source, what an earlier one said.
func (r *reader) settleFigures() {
	kept := r.figures[:0]
	for _, f := range r.figures {
		if f.event != nil && !f.ofWar() {
			f.account = f.event.account
		}
		if !f.void && !slices.ContainsFunc(kept, func(g *figure) bool { return g.says(f) && !r.others(g, f) }) {
			kept = append(kept, f)
		}
	}
	r.figures = kept
}

// ofWar reports whether f is what a whole war has cost, or a part of one that counts as many: no incident's figure, whatever its sentence tells
// of besides.
func (f *figure) ofWar() bool {
	switch f.measure {
	case concord.Killed, concord.Injured, concord.Casualties, concord.Displaced:
		return f.claim.Scope == concord.ScopeConflict || f.claim.Scope == concord.ScopePeriod && f.tally.low >= manyInPeriod
	}
	return false
}

// manyInPeriod is how many a spell has cost at least that is told of as a war is: "6,000 have died in the country this year".
const manyInPeriod = 500

// says reports whether f and g are one figure told twice.
func (f *figure) says(g *figure) bool {
	a, b := f.claim.Figure, g.claim.Figure
	return f.account == g.account && a.Measure == b.Measure && a.Low == b.Low && sameNumber(a.High, b.High) && a.Qualifier == b.Qualifier &&
		a.Scope == b.Scope && a.Subset == b.Subset && (a.Counted.Status == b.Counted.Status || b.Counted.Status == concord.Anyone) &&
		f.claim.Modality == g.claim.Modality && sameSource(f.claim.Source, g.claim.Source)
}

// others reports whether two figures are not of the same: one of women and one of men, or told in one sentence by two nouns: "a lorry was
// destroyed, and troops destroyed a car".
func (r *reader) others(f, g *figure) bool {
	a, b := &r.Tokens[f.tally.head], &r.Tokens[g.tally.head]
	if one, two := genders()[a.Lemma], genders()[b.Lemma]; one != "" && two != "" && one != two {
		return true
	}
	return a.Sentence == b.Sentence && a.POS == text.NOUN && b.POS == text.NOUN && a.Lemma != b.Lemma
}

func sameNumber(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func sameSource(a, b []concord.Speaker) bool {
	return slices.EqualFunc(a, b, func(s, t concord.Speaker) bool { return s.Name == t.Name })
}
