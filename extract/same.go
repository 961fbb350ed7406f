package extract

import (
	"slices"
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
	if f, g := r.formOf(a.events[0]), r.formOf(e); f != nil && g != nil {
		if f == g {
			return 10
		}
		return -1
	} else if f != nil && r.sameDay(a.events[0], e) == equal && r.samePlace(a.events[0], e) == equal && !r.another(e) {
		return 2 // what is told below of what the form records
	}
	if r.toldApart(a, e) || r.countsDay(a, e) || r.startsSpell(e) || r.startsSpell(a.events[0]) && r.Tokens[a.events[0].head].Sentence != r.Tokens[e.head].Sentence {
		return -1
	}
	if r.saidBefore(a, e) {
		return 10
	}
	if r.headlines(a, e) {
		return likeHeadline
	}
	parted := r.itemOf(a.events[len(a.events)-1].head) != r.itemOf(e.head)
	if score := r.sameScene(a, e); score != 0 && !parted {
		return score
	}
	if (r.namesAgain(a, e) || r.wreckedThere(a, e) || r.causedAgain(a, e) || r.sameArms(a, e) || r.doersAgain(a, e) || r.dugOut(a, e)) && !parted {
		return 2
	}
	if model == nil || !slices.ContainsFunc(a.events, func(x *event) bool { return x.found.act.domain() == e.found.act.domain() }) {
		return -1
	}
	if !learnable.has(e.found.act) {
		return r.sameCourse(a, e)
	}
	if !r.tied(a, e, parted) {
		return -1
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
	first := r.firstDated(a)
	days, places := r.sameDay(first, e) == differ, otherThan(a, e, r.placeBetween)
	if days && (places || r.daysApart(first, e) > farDays) || r.elsewhere(a, e) || places && r.countsInTown(a, e) {
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

// countsInTown reports whether e's sentence counts those whom it befell in another town than all that a names: "Five people died in a blast in Jabalya".
func (r *reader) countsInTown(a *account, e *event) bool {
	if w := e.claim.Where; w == nil || coarseness(w) > 0 || slices.ContainsFunc(a.events, func(x *event) bool {
		return r.Tokens[x.head].Sentence == r.Tokens[e.head].Sentence || r.samePlace(x, e) != differ && x.claim.Where != nil && r.told(x, x.claim.Where.Span) || x.claim.Where != nil && near(x.claim.Where, w)
	}) {
		return false
	}
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		return f.tally.stated && f.tally.low > 1 && !f.tally.subset && (f.measure == concord.Killed || f.measure == concord.Injured) && r.Tokens[f.head].Sentence == r.Tokens[e.head].Sentence
	})
}

// tied reports whether anything ties e to what a tells: it names the day, the place or somebody that a names, or, in the same item of a list, it
// points back, stands beside it, or nothing else is told between.
func (r *reader) tied(a *account, e *event, parted bool) bool {
	if slices.ContainsFunc(a.events, func(x *event) bool {
		return r.sameDay(x, e) == equal || r.samePlace(x, e) == equal || r.sameOnes(x, e, patient) == equal || x.found.act == e.found.act && r.sameOnes(x, e, agent) == equal
	}) {
		return true
	}
	return !parted && (r.pointsBack(e) || r.toldLastBefore(a, e) || slices.ContainsFunc(a.events, func(x *event) bool {
		return r.Tokens[e.head].Sentence-r.Tokens[x.head].Sentence <= 1
	}))
}

// toldLastBefore reports whether a is the account of violence or crime told last before e.
func (r *reader) toldLastBefore(a *account, e *event) bool {
	for _, x := range slices.Backward(r.events) {
		if x.first < e.first && learnable.has(x.found.act) && x.account != nil {
			return x.account == a
		}
	}
	return false
}

// countsDay reports whether e's toll is that of a whole day, and a, which did not bring it about, has one of its own: "in all 100 people were killed
// in the past 24 hours".
func (r *reader) countsDay(a *account, e *event) bool {
	return !slices.Contains(a.events, e.cause) && r.hasToll(concord.ScopeDay, e) && r.hasToll(concord.ScopeIncident, a.events...)
}

// hasToll reports whether a number of people who died or were hurt in one of the events is the toll of that scope.
func (r *reader) hasToll(scope concord.Scope, events ...*event) bool {
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		return f.claim.Figure != nil && f.claim.Scope == scope && f.tally.stated && (f.measure == concord.Killed || f.measure == concord.Injured) && slices.Contains(events, f.event)
	})
}

// namesAgain reports whether e's noun points back to what a tells: a deed of the same kind at the same place, or the attack told last, and on no
// other day and at no other place.
func (r *reader) namesAgain(a *account, e *event) bool {
	if !violence.has(e.found.act) || !r.definite(e) || r.another(e) || otherThan(a, e, r.sameDay) || otherThan(a, e, r.samePlace) {
		return false
	}
	alike := func(x *event) bool { return x.found.act == e.found.act }
	if (e.found.act == hostility || slices.ContainsFunc(a.events, alike)) && r.toldJustBefore(a, e) {
		return true
	}
	if bodily.has(e.found.act) && r.toldJustBefore(a, e) && slices.ContainsFunc(a.events, func(x *event) bool { return bodily.has(x.found.act) }) {
		return true // "three of |the dead| were children"
	}
	return slices.ContainsFunc(a.events, func(x *event) bool { return alike(x) && r.samePlace(x, e) == equal })
}

// saidBefore reports whether a holds an event of a sentence with the same words as e's: what a report says again, under a picture or after its headline,
// happened once.
func (r *reader) saidBefore(a *account, e *event) bool {
	s := r.Sentences[r.Tokens[e.head].Sentence]
	return slices.ContainsFunc(a.events, func(x *event) bool {
		t := r.Sentences[r.Tokens[x.head].Sentence]
		if e.head-s.First != x.head-t.First || s.First == t.First || s.Last-s.First < leastRepeated || s.Last-s.First != t.Last-t.First {
			return false
		}
		for i := range s.Last - s.First {
			if r.Tokens[s.First+i].Norm != r.Tokens[t.First+i].Norm {
				return false
			}
		}
		return true
	})
}

// leastRepeated is how many words a sentence has at least that is not said twice of two things.
const leastRepeated = 8

// sameArms reports whether e has the arms that a told of: "shells fell … the shells hurt a nurse".
func (r *reader) sameArms(a *account, e *event) bool {
	if r.another(e) || otherThan(a, e, r.sameDay) || otherThan(a, e, r.samePlace) {
		return false
	}
	armsOf := func(e *event, again bool) func(func(string) bool) {
		return func(yield func(string) bool) {
			for _, x := range e.args {
				if p := x.phrase; p.noun.class == arms && x.role != patient && (!again || p.definite && !p.counted) && !yield(r.Tokens[p.head].Lemma) {
					return
				}
			}
		}
	}
	for again := range armsOf(e, true) {
		for _, x := range a.events {
			for told := range armsOf(x, false) {
				if told == again {
					return true
				}
			}
		}
	}
	return false
}

// causedAgain reports whether what brought e about is named again from a: "seven were hurt in |the raid|".
func (r *reader) causedAgain(a *account, e *event) bool {
	return violence.has(e.found.act) && e.cause != nil && r.namesAgain(a, e.cause)
}

// doersAgain reports whether those who did what was told last before e go on: "gunmen attacked a post … |the assailants| burned the market".
func (r *reader) doersAgain(a *account, e *event) bool {
	if !(violence | againstLaw | onThings).has(e.found.act) || r.another(e) || otherThan(a, e, r.sameDay) || otherThan(a, e, r.samePlace) || !r.toldJustBefore(a, e) {
		return false
	}
	again := slices.ContainsFunc(e.args, func(x argument) bool {
		return x.role == agent && x.phrase.definite && x.phrase.name == nil && x.phrase.noun.class == gunman
	})
	return again && slices.ContainsFunc(a.events, func(x *event) bool { return x.has(agent) })
}

// backReach is how many sentences back "the attack" points at most.
const backReach = 2

// toldJustBefore reports whether a is the account of the violence told last in a sentence before e's.
func (r *reader) toldJustBefore(a *account, e *event) bool {
	at := r.Tokens[e.head].Sentence
	for _, x := range slices.Backward(r.events) {
		s := r.Tokens[x.head].Sentence
		if s < at && violence.has(x.found.act) && x.account != nil {
			return x.account == a && at-s <= backReach
		}
	}
	return false
}

// elsewhere reports whether e's words name another day and another place than each event of a whose words name both.
func (r *reader) elsewhere(a *account, e *event) bool {
	both := false
	for _, x := range a.events {
		day, place := r.sameDay(x, e), r.samePlace(x, e)
		if place == equal || day == equal && onOneDay(x.claim.When) {
			return false
		}
		both = both || day == differ && place == differ
	}
	return both
}

// placeBetween is samePlace of events of two sentences; places of one sentence may be those of one toll, unless two tell of them: "fifteen died in Vrelo and eleven in Dol".
func (r *reader) placeBetween(a, e *event) string {
	if r.Tokens[a.head].Sentence == r.Tokens[e.head].Sentence && sameSource(a.claim.Source, e.claim.Source) {
		return unknown
	}
	return r.samePlace(a, e)
}

// firstDated returns the first event of a that has no other day than that of the report: a headline's is the day that it was written on.
func (r *reader) firstDated(a *account) *event {
	for _, x := range a.events {
		if w := x.claim.When; w == nil || w.Span == nil || !r.DatesReport(*w.Span) {
			return x
		}
	}
	return a.events[0]
}

// otherThan reports whether e differs, as same compares two events, from the first event of a that tells: it names another day or place.
func otherThan(a *account, e *event, same func(x, e *event) string) bool {
	for _, x := range a.events {
		if is := same(x, e); is != unknown {
			return is == differ
		}
	}
	return false
}

// toldBeside reports whether e is told in an apposition to x: "three shot, one dead".
func (r *reader) toldBeside(x, e *event) bool {
	top := e.head
	if r.Tokens[top].Rel == text.Amod {
		top = r.Tokens[top].Head
	}
	return r.Tokens[top].Rel == text.Appos && r.Tokens[top].Head == x.head
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

// row is how long something lasts at least that is a row of happenings, where its words give the days between which they lie.
const row = 6 * 24 * time.Hour

// longCourse is how long something goes on at least that is a course of things and no incident.
const longCourse = 60 * 24 * time.Hour
