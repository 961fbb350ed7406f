package extract

import "slices"

// sameScene joins events of different families that are told together: what police and protesters did to each other, the deaths of a
// disaster, the arms that a raid yielded. 0 where it has no say.
func (r *reader) sameScene(a *account, e *event) float64 {
	if e.topic || a.events[0].topic {
		return -1
	}
	if r.elsewhere(a, e) || r.farOff(a, e) {
		return 0
	}
	if e.found.act == disrupt && !intercepts[e.found.words[0]] && r.besides(a, e) {
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
			if apart > 0 && (r.sameDay(x, e) == differ || otherThan(a, e, r.samePlace)) {
				continue
			}
			return 3
		case e.found.act == accident && e.first > x.first && apart == 0 && (means | assaults).has(one):
			return 3 // the fire that shells started, the lights that went out
		case e.found.act == accident && e.first > x.first && apart <= 3 && means.has(one) && r.toldLastBefore(a, e) && !r.ownSetting(e):
			return 3 // firefighters put out the blazes
		case e.found.act == accident && (means | assaults | onThings).has(one) && r.sameOnes(x, e, patient) == equal:
			return 3 // the convoy that was struck, and as its enemy has it caught fire
		case misfortune.has(one) && bodily.has(two) && apart <= 1 && !e.has(agent), misfortune.has(two) && bodily.has(one) && apart <= 1 && !x.has(agent):
			return 2
		}
	}
	return 0
}

// ownSetting reports whether e's sentence says when or where it was.
func (r *reader) ownSetting(e *event) bool {
	when, where := e.claim.When, e.claim.Where
	return when != nil && when.Span != nil && r.told(e, when.Span) || where != nil && where.Span != nil && r.told(e, where.Span)
}

// farOff reports whether e's words name a day more than farDays from that of a.
func (r *reader) farOff(a *account, e *event) bool {
	x := r.firstDated(a)
	return r.sameDay(x, e) == differ && r.daysApart(x, e) > farDays
}

var (
	crowdWork  = unrest | bodily | onThings | actsOf(clash, hostility, arrest)
	misfortune = actsOf(natural, accident)
	caused     = violence | misfortune | againstLaw | actsOf(arrest, disrupt, take, displacement)
)

// intercepts are verbs of stopping arms in the air, which is a happening of its own beside the strikes of those that got through.
var intercepts = map[string]bool{"down": true, "intercept": true, "shoot": true}

// besides reports whether e, a seizure of arms, is told beside the fight, raid or arrest of account a that yielded them.
func (r *reader) besides(a *account, e *event) bool {
	return slices.ContainsFunc(a.events, func(x *event) bool {
		apart := r.Tokens[e.head].Sentence - r.Tokens[x.head].Sentence
		return apart >= 0 && apart <= 2 && (assaults | bodily | actsOf(arrest)).has(x.found.act)
	})
}

// wreckedThere reports whether e tells what the attack told right before destroyed: of nobody's doing, no day and no place, "18 of the 31 trucks were
// destroyed".
func (r *reader) wreckedThere(a *account, e *event) bool {
	return e.found.act == loot && e.found.pos == 'v' && !e.has(agent) && !r.ownSetting(e) && !r.another(e) && r.auxPassive(e.head) && r.toldJustBefore(a, e) && a.Modality == ""
}
