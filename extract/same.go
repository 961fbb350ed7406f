package extract

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"concord"
	"concord/text"
)

// fit says how surely e tells of account a's happening; above 0 it does.
func (r *reader) fit(a *account, e *event) float64 {
	model := r.models["same"]
	if (a.events[0].found.act == ceasefire) != (e.found.act == ceasefire) {
		return -1 // what breaks a truce is an incident of its own
	}
	if r.toldApart(a, e) {
		return -1
	}
	parted := r.itemOf(a.events[len(a.events)-1].head) != r.itemOf(e.head)
	if score := r.sameScene(a, e); score != 0 && !parted {
		return score
	}
	if model == nil || !slices.ContainsFunc(a.events, func(x *event) bool { return x.found.act.domain() == e.found.act.domain() }) {
		return -1
	}
	if !learnable.has(e.found.act) {
		return r.sameCourse(a, e)
	}
	var s sheet
	sum := 0.0
	recent := a.events[max(0, len(a.events)-6):]
	for _, x := range recent {
		if x == e.cause || x.cause == e || r.toldBeside(x, e) {
			return 10
		}
		r.weighPair(&s, x, e)
		var score [1]float64
		model.scores(&s, score[:])
		sum += score[0]
	}
	score := sum/float64(len(recent)) + sameBias
	days, places := r.sameDay(a.events[0], e) == differ, r.samePlace(a.events[0], e) == differ
	if days && (places || r.daysApart(a.events[0], e) > farDays) {
		return -1 // another day and another place; "last month", "a year ago"
	}
	if days || places {
		score -= apartPull
	}
	if r.another(e) || parted {
		score -= apartPull
	}
	return score
}

// toldBeside reports whether e is told in an apposition to x: "three shot, one dead".
func (r *reader) toldBeside(x, e *event) bool {
	top := e.head
	if r.Tokens[top].Rel == text.Amod {
		top = r.Tokens[top].Head
	}
	return r.Tokens[top].Rel == text.Appos && r.Tokens[top].Head == x.head
}

// sameScene joins events of different families that are told together: what police and protesters did to each other, the deaths of a
// disaster, the arms that a raid yielded. 0 where it has no say.
func (r *reader) sameScene(a *account, e *event) float64 {
	if e.topic || a.events[0].topic {
		return -1
	}
	if e.found.act == disrupt && r.besides(a, e) {
		return 1
	}
	for _, x := range a.events {
		apart := r.Tokens[e.head].Sentence - r.Tokens[x.head].Sentence
		one, two := x.found.act, e.found.act
		switch {
		case (x.cause == e || e.cause == x) && apart == 0 && caused.has(one) && caused.has(two):
			return 10
		case (one == rape || two == rape) && apart == 0:
			return 3
		case (one == take && two == leave || one == leave && two == take) && apart == 0:
			return 3
		case (one == take || two == take) && apart == 0 && (assaults | means | bodily).any(actsOf(one, two)) && !x.topic:
			return 3
		case apart <= 1 && (unrest.has(one) && crowdWork.has(two) || unrest.has(two) && crowdWork.has(one)):
			if apart > 0 && (r.sameDay(x, e) == differ || r.samePlace(x, e) == differ) {
				continue
			}
			return 3
		case e.found.act == accident && e.first > x.first && apart == 0 && (means | assaults).has(one):
			return 3 // the fire that shells started, the lights that went out
		case e.found.act == accident && (means | assaults | onThings).has(one) && r.sameOnes(x, e, patient) == equal:
			return 3 // the convoy that was struck, and as its enemy has it caught fire
		case misfortune.has(one) && bodily.has(two) && apart <= 1 && !e.has(agent), misfortune.has(two) && bodily.has(one) && apart <= 1 && !x.has(agent):
			return 2
		}
	}
	return 0
}

var (
	crowdWork  = unrest | bodily | onThings | actsOf(clash, hostility, arrest)
	misfortune = actsOf(natural, accident)
	caused     = violence | misfortune | againstLaw | actsOf(arrest, disrupt, take, displacement)
)

// besides reports whether e, a seizure of arms, is told beside the fight, raid or arrest of account a that yielded them.
func (r *reader) besides(a *account, e *event) bool {
	return slices.ContainsFunc(a.events, func(x *event) bool {
		apart := r.Tokens[e.head].Sentence - r.Tokens[x.head].Sentence
		return apart >= 0 && apart <= 2 && (assaults | bodily | actsOf(arrest)).has(x.found.act)
	})
}

// sameBias is added to the score of two events being one; apartPull is taken off where their words name two days, or two places: the
// keys' incidents last longer and reach wider than what is told of them, so that the model learns too little from either.
const (
	sameBias  = -1.2
	apartPull = 1.5
)

// sameCourse fits events that are no violence: they are one where day and place do not part them.
func (r *reader) sameCourse(a *account, e *event) float64 {
	day, place := r.sameDay(a.events[0], e), r.samePlace(a.events[0], e)
	if day == differ || place == differ || r.another(e) || a.events[0].found.act != e.found.act || a.events[0].truce.event() != e.truce.event() {
		return -1
	}
	return 1
}

// How two events compare in one respect.
const (
	unknown = "unknown"
	equal   = "equal"
	differ  = "differ"
)

// weighPair writes the features that tell whether two events, x before e, are one happening.
func (r *reader) weighPair(s *sheet, x, e *event) {
	s.reset()
	s.add("bias")
	apart := r.Tokens[e.head].Sentence - r.Tokens[x.head].Sentence
	near := nearness(apart)
	if apart == 0 {
		near = "0"
	}
	s.add("apart", near)
	s.add("acts", x.found.act.String(), e.found.act.String())
	if x.found.act == e.found.act {
		s.add("one act", near)
	}
	day, place := r.sameDay(x, e), r.samePlace(x, e)
	s.add("day", day)
	s.add("place", place)
	s.add("day place", day, place)
	mx, me := actsOf(x.found.act)&means, actsOf(e.found.act)&means
	s.add("means", compare(mx == 0 || me == 0, mx == me))
	victims, agents := r.sameOnes(x, e, patient), r.sameOnes(x, e, agent)
	s.add("victims", victims)
	s.add("agents", agents)
	s.add("victims near", victims, near)
	s.add("victims agents", victims, agents)
	s.add("definite", strconv.FormatBool(r.definite(e)), near)
	s.add("another", strconv.FormatBool(r.another(e)))
	s.add("modality", string(x.claim.Modality), string(e.claim.Modality))
	s.add("voices", r.voice(x), r.voice(e))
	s.add("paragraph", strconv.FormatBool(r.Sentences[r.Tokens[x.head].Sentence].Paragraph == r.Sentences[r.Tokens[e.head].Sentence].Paragraph))
}

func compare(open, same bool) string {
	switch {
	case open:
		return unknown
	case same:
		return equal
	}
	return differ
}

// definite reports whether e's noun points back: "the attack", "this strike".
func (r *reader) definite(e *event) bool {
	p := r.phraseOf(e.head)
	return e.found.pos == 'n' && p != nil && p.definite
}

// pointsBack reports whether a noun among e's words does: "had carried out |the strike|".
func (r *reader) pointsBack(e *event) bool {
	return r.definite(e) || slices.ContainsFunc(e.found.covers, func(i int) bool {
		p := r.phraseOf(i)
		return p != nil && p.head == i && p.definite && r.Tokens[i].POS == text.NOUN
	})
}

// longCourse is how long something goes on at least that is a course of things and no incident.
const longCourse = 60 * 24 * time.Hour

// sameDay compares the times that the words of two events name.
func (r *reader) sameDay(a, e *event) string {
	x, y := a.claim.When, e.claim.When
	if x == nil || y == nil || !r.told(a, x.Span) || !r.told(e, y.Span) {
		return unknown
	}
	from, _, ok1 := x.From.Bounds()
	_, to, ok2 := cmp.Or(x.To, x.From).Bounds()
	from2, _, ok3 := y.From.Bounds()
	_, to2, ok4 := cmp.Or(y.To, y.From).Bounds()
	if exact(x) && to2.Sub(from2) > longCourse || exact(y) && to.Sub(from) > longCourse {
		return differ // what went on for months, and what happened on a day of them
	}
	return compare(!ok1 || !ok2 || !ok3 || !ok4, !from.After(to2) && !from2.After(to))
}

// samePlace compares the places that the words of two events name; one may lie in the other.
func (r *reader) samePlace(a, e *event) string {
	x, y := a.claim.Where, e.claim.Where
	if x == nil || y == nil || !r.told(a, x.Span) || !r.told(e, y.Span) {
		return unknown
	}
	if x.Admin1 != "" && y.Admin1 != "" && (x.Country != y.Country || x.Admin1 != y.Admin1) {
		return differ
	}
	wide := x.Precision == concord.ToCountry || y.Precision == concord.ToCountry || x.Precision == concord.ToProvince || y.Precision == concord.ToProvince
	return compare(x.Name != y.Name && (wide && x.Country == y.Country || beside(x, y)), x.Name == y.Name)
}

// beside reports whether one of two places is told as near to a place that lies so: "near Aleppo", and a town west of it.
func beside(x, y *concord.Where) bool {
	return (x.Precision == concord.Near || y.Precision == concord.Near) && x.Point != nil && y.Point != nil && x.Point.Kilometres(*y.Point) <= concord.Nearby
}

// sameOnes compares those who have a role in two events.
func (r *reader) sameOnes(x, e *event, as role) string {
	some := unknown
	for _, a := range x.args {
		for _, b := range e.args {
			switch {
			case a.role != as || b.role != as || a.phrase.pronoun || b.phrase.pronoun:
			case a.phrase == b.phrase || r.sameBearer(a.phrase, b.phrase):
				return equal
			default:
				some = differ
			}
		}
	}
	return some
}

// sameBearer reports whether two phrases name the same one.
func (r *reader) sameBearer(a, b *phrase) bool {
	if a.name != nil && b.name != nil {
		return a.name.Same == b.name.Same
	}
	return r.Tokens[a.head].Lemma == r.Tokens[b.head].Lemma && (!a.counted || !b.counted || a.low == b.low)
}

// sameExamples are the pairs of events that the keys tell to be one or two.
func (models Models) sameExamples(lessons []Lesson) (examples []example) {
	for i := range lessons {
		l := &lessons[i]
		if len(l.Keys) == 0 {
			continue
		}
		r := models.newReader(l.Doc, l.Mentions)
		r.readStatements()
		r.readEvents()
		r.readFigures()
		r.befall()
		s := &sheet{named: true}
		known := make([][]int, len(r.events))
		for i, e := range r.events {
			if known[i] = l.about(r, e); len(known[i]) == 0 {
				continue
			}
			for j, x := range r.events[:i] {
				if len(known[j]) == 0 {
					continue
				}
				class := 0
				if slices.ContainsFunc(known[j], func(k int) bool { return slices.Contains(known[i], k) }) {
					class = 1
				}
				r.weighPair(s, x, e)
				examples = append(examples, example{append([]string(nil), s.names...), class, 1 / float64(i)})
			}
		}
	}
	return examples
}

// about returns the keys that have somebody or something in common with e.
func (l *Lesson) about(r *reader, e *event) (list []int) {
	if !learnable.has(e.found.act) {
		return nil
	}
	for i := range l.Keys {
		k := &l.Keys[i]
		for _, a := range e.args {
			if a.role == patient && (fillerOf(k.Victims, r.nameOf(a.phrase)) >= 0 || fillerOf(k.Objects, r.nameOf(a.phrase)) >= 0) {
				list = append(list, i)
				break
			}
		}
	}
	return list
}
