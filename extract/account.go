package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// account is an account in the making.
type account struct {
	concord.Account
	events []*event

	perpetrators, objects []*phrase // the words of each entry of the lists above
}

// readAccounts gathers the events that are one happening, and says what kind of happening, who, whom and where.
func (r *reader) readAccounts() {
	r.gather()
	r.drop()
	for _, e := range r.events {
		r.typeEvent(e)
	}
	slices.SortStableFunc(r.accounts, func(a, b *account) int { return cmp.Compare(b.weight(r), a.weight(r)) })
}

// gather puts every event into an account and fills the accounts.
func (r *reader) gather() {
	for _, e := range r.events {
		r.place(e)
	}
	for _, a := range r.accounts {
		r.fill(a)
	}
}

// place puts e into the account that it fits best, or into a new one.
func (r *reader) place(e *event) {
	var best *account
	var top float64
	for _, a := range r.accounts {
		if score := r.fit(a, e); score > top {
			best, top = a, score
		}
	}
	switch {
	case best != nil:
		e.account = best
		best.events = append(best.events, e)
	case r.tellsOne(e):
		a := &account{events: []*event{e}}
		e.account = a
		r.accounts = append(r.accounts, a)
	}
}

// tellsOne reports whether e tells of one happening, and not of what happens in general.
func (r *reader) tellsOne(e *event) bool {
	switch e.claim.Modality {
	case concord.Denied, concord.Conditional, concord.Demanded:
		return false
	}
	if e.found.pos == 'v' || len(e.args) > 0 || e.claim.When != nil || e.claim.Where != nil {
		return true
	}
	return r.Tokens[e.head].Tag != text.NNS
}

// domain is the family of acts within which events can be one.
func (a act) domain() int {
	switch {
	case violence.has(a), a == protest, a == take:
		return 1
	case a == agreement || a == talks || a == talksFail || a == mediation:
		return 2
	}
	return 10 + int(a)
}

// fit says how well e fits account a; above 0 it belongs there.
func (r *reader) fit(a *account, e *event) float64 {
	score := -1.0
	near := 1 << 30
	for _, other := range a.events {
		if other.found.act.domain() != e.found.act.domain() {
			return -1
		}
		if e.truce.step != other.truce.step {
			return -1
		}
		if other == e.cause || other.cause == e {
			return 10
		}
		near = min(near, r.Tokens[e.head].Sentence-r.Tokens[other.head].Sentence)
	}
	main := a.events[0]
	switch {
	case near == 0:
		score += 2.5
	case near <= 2:
		score += 1
	default:
		score += 0.5
	}
	if r.definite(e) {
		score += 1
	}
	if r.another(e) {
		score -= 3
	}
	score += r.sameDay(main, e) + r.samePlace(main, e) + r.sameMeans(a, e) + r.samePeople(a, e)
	return score
}

// definite reports whether e's noun points back: "the attack", "this strike".
func (r *reader) definite(e *event) bool {
	p := r.phraseOf(e.head)
	return e.found.pos == 'n' && p != nil && p.definite
}

// another reports whether e's words set it apart: "a second blast", "another attack".
func (r *reader) another(e *event) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	for i := s.First; i < min(s.First+4, s.Last); i++ {
		switch r.Tokens[i].Norm {
		case "meanwhile", "elsewhere", "separately", "another":
			return true
		}
	}
	p := r.phraseOf(e.head)
	if p == nil || r.Tokens[e.head].POS == text.VERB {
		return false
	}
	for i := p.first; i < p.head; i++ {
		switch r.Tokens[i].Norm {
		case "another", "second", "third", "separate", "other", "similar", "previous", "earlier":
			return true
		}
	}
	return false
}

func (r *reader) sameDay(a, e *event) float64 {
	x, y := a.claim.When, e.claim.When
	if x == nil || y == nil || x.From == "" || y.From == "" || !r.told(a, x.Span) || !r.told(e, y.Span) {
		return 0
	}
	from, _, ok1 := x.From.Bounds()
	_, to, ok2 := cmp.Or(x.To, x.From).Bounds()
	from2, _, ok3 := y.From.Bounds()
	_, to2, ok4 := cmp.Or(y.To, y.From).Bounds()
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return 0
	}
	if from.After(to2) || from2.After(to) {
		return -4
	}
	return 0.5
}

func (r *reader) samePlace(a, e *event) float64 {
	x, y := a.claim.Where, e.claim.Where
	if x == nil || y == nil || !r.told(a, x.Span) || !r.told(e, y.Span) {
		return 0
	}
	switch {
	case x.Name == y.Name:
		return 0.5
	case x.Precision == concord.ToCountry || y.Precision == concord.ToCountry, x.Precision == concord.ToProvince, y.Precision == concord.ToProvince:
		return 0
	}
	return -2
}

// sameMeans compares the weapons that the words of account and event tell of.
func (r *reader) sameMeans(a *account, e *event) float64 {
	told := acts(0)
	for _, other := range a.events {
		told = told.with(other.found.act)
	}
	x, y := told&means, actsOf(e.found.act)&means
	if x != 0 && y != 0 && x&y == 0 {
		return -2
	}
	return 0
}

// samePeople compares those who took part.
func (r *reader) samePeople(a *account, e *event) float64 {
	score := 0.0
	for _, other := range a.events {
		for _, x := range other.args {
			for _, y := range e.args {
				if x.role == y.role && x.phrase != y.phrase && r.sameBearer(x.phrase, y.phrase) {
					score = 1.5
				}
			}
		}
	}
	return score
}

// sameBearer reports whether two phrases name the same one.
func (r *reader) sameBearer(a, b *phrase) bool {
	if a.name != nil && b.name != nil {
		return a.name.Same == b.name.Same
	}
	return !a.pronoun && !b.pronoun && r.Tokens[a.head].Lemma == r.Tokens[b.head].Lemma && a.noun.class == b.noun.class
}

// weight says how much of the report an account is: the main one has the most.
func (a *account) weight(r *reader) float64 {
	first := r.Tokens[a.events[0].head].Sentence
	w := float64(len(a.events)) / 4
	if a.Modality == concord.Asserted {
		w += 1
	}
	return w - float64(first)
}

// fill gathers type, time, place and roles of an account from its events.
func (r *reader) fill(a *account) {
	p := r.picture(a.events)
	a.Type, _ = p.typed()
	if step := a.events[0].truce.step; step != "" {
		a.Type = step
	}
	a.Modality = a.events[0].claim.Modality
	for _, e := range a.events {
		if e.claim.Modality == concord.Asserted {
			a.Modality = concord.Asserted
		}
		if a.When == nil || a.When.Span == nil && e.claim.When != nil && r.told(e, e.claim.When.Span) {
			a.When = e.claim.When
		}
		if a.Where == nil || e.claim.Where != nil && finer(e.claim.Where, a.Where) && r.told(e, e.claim.Where.Span) {
			a.Where = e.claim.Where
		}
	}
	a.Perpetrators, a.Victims = []concord.Perpetrator{}, []concord.Victim{}
	a.Objects, a.Weapons = []concord.ObjectHit{}, []concord.WeaponUsed{}
	r.fillRoles(a)
	r.fillVictims(a)
}

// picture sums up what is told of an account for typing.
func (r *reader) picture(events []*event) *picture {
	p := &picture{}
	var words strings.Builder
	rank := -1
	for _, e := range events {
		p.acts = p.acts.with(e.found.act)
		p.signals |= e.signals
		p.agents |= e.classes(agent)
		p.patients |= e.classes(patient)
		p.parties |= e.classes(party)
		p.instruments |= e.classes(instrument)
		if k := e.found.act.rank(); k > rank {
			rank, p.main = k, e.found.act
		}
		s := r.Sentences[r.Tokens[e.head].Sentence]
		for i := s.First; i < s.Last; i++ {
			words.WriteByte(' ')
			words.WriteString(r.Tokens[i].Norm)
		}
		words.WriteByte(' ')
		p.retaken = p.retaken || retakes[e.found.words[0]]
	}
	p.words = words.String()
	p.unopposed = strings.Contains(p.words, " without a fight ") || strings.Contains(p.words, " without resistance ") ||
		strings.Contains(p.words, " peacefully ") || strings.Contains(p.words, " unopposed ")
	return p
}

// retakes are verbs of taking what was one's own.
var retakes = map[string]bool{"retake": true, "recapture": true, "liberate": true, "regain": true, "reclaim": true, "recover": true, "restore": true,
	"reconquer": true, "re-take": true, "re-capture": true}

// rank says which act of an account is its heart.
func (a act) rank() int {
	switch a {
	case rape:
		return 20
	case take, abduction, disrupt, hijack, robbery, chemical, suicide:
		return 15
	case protest, riot, mob, airstrike, shelling, grenade, explosion, burning:
		return 12
	case clash:
		return 10
	case hostility, shooting, offensive, ramming, impact:
		return 8
	case killing:
		return 6
	case harm, dead, loot:
		return 4
	}
	return 5
}

// typeEvent gives e the type of its own words, or that of its account where the account knows more.
func (r *reader) typeEvent(e *event) {
	if e.found.act == ceasefire {
		return // its step is its type
	}
	t, why := r.picture([]*event{e}).typed()
	if e.account != nil && e.account.Type.Group() != "" && violence.has(e.found.act) {
		t, why = e.account.Type, "its incident's"
	}
	e.claim.Event.Type = t
	e.claim.Trace.Parts = append(e.claim.Trace.Parts, concord.Trace{Rule: "type " + string(t), Why: why})
}

// effect is what became of the victims of e.
func (e *event) effect() string {
	switch e.found.act {
	case killing, dead:
		return "killed"
	case harm:
		return "injured"
	case abduction:
		return "abducted"
	case arrest:
		return "detained"
	}
	return "unknown"
}

func (e *event) objectEffect() string {
	switch e.found.act {
	case loot, burning:
		switch e.found.words[0] {
		case "destroy", "demolish", "raze", "burn", "level", "flatten", "wreck", "torch", "blow":
			return "destroyed"
		case "damage":
			return "damaged"
		case "loot", "rob", "steal", "plunder":
			return "taken"
		}
		return "damaged"
	case robbery, hijack:
		return "taken"
	}
	return "unknown"
}

// finer reports whether a names a smaller place than b.
func finer(a, b *concord.Where) bool {
	size := map[concord.Precision]int{concord.ToCountry: 3, concord.ToRegion: 3, concord.ToProvince: 2, concord.ToDistrict: 1}
	return size[a.Precision] < size[b.Precision]
}
