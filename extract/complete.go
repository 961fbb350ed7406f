package extract

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// proposal is that x has a part in account a, and how sure the model is.
type proposal struct {
	a    *account
	x    *entity
	part part
	sure float64
}

// surelyPart is the probability from which the model of parts gives each part. Nobody is called a perpetrator lightly.
var surelyPart = [partCount]float64{perpetratorPart: 0.75, victimPart: 0.4, objectPart: 0.5}

// complete lets the model of parts add to the accounts who else had a part in them: those who are named sentences away from the words of
// the event, or beside them in a way that the grammar gives no role. A victim or a thing hit is given to one account, the likeliest.
func (r *reader) complete() {
	model := r.models["part"]
	if model == nil || !slices.ContainsFunc(r.accounts, func(a *account) bool { return taught(a.Type) }) {
		return
	}
	c := r.readCast()
	var list []proposal
	for _, a := range r.accounts {
		if taught(a.Type) {
			list = append(list, r.propose(model, c, a)...)
		}
	}
	slices.SortStableFunc(list, func(x, y proposal) int { return cmp.Compare(y.sure, x.sure) })
	for _, q := range list {
		if q.part != perpetratorPart && slices.ContainsFunc(r.accounts, func(b *account) bool { return r.filledAs(b, q.x) == q.part }) {
			continue
		}
		r.explainPart(model, c, q)
		r.putIn(c, q)
	}
}

// propose returns those whom the model holds to have a part in a that nothing gave them yet; what another item of a list tells of has none.
func (r *reader) propose(model *weights, c *cast, a *account) (list []proposal) {
	var s sheet
	p := make([]float64, model.classes)
	for _, x := range c.entities {
		if r.countedElsewhere(a, x) {
			continue
		}
		if m := c.near[a][x]; m.filled != noPart || r.itemOf(m.phrase.head) != r.itemOf(m.event.head) {
			continue
		}
		r.weighPart(&s, c, a, x)
		model.scores(&s, p)
		softmax(p)
		best := perpetratorPart
		for k := best; k < partCount; k++ {
			if p[k] > p[best] {
				best = k
			}
		}
		if best == victimPart && !r.maySuffer(a, x) || best == perpetratorPart && !r.mayHaveDone(c, a, x) {
			continue
		}
		if p[best] >= surelyPart[best] {
			list = append(list, proposal{a, x, best, p[best]})
		}
	}
	return list
}

// countedElsewhere reports whether x is a number of people whom something else than a befell.
func (r *reader) countedElsewhere(a *account, x *entity) bool {
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		return f.event != nil && f.event.account != a && f.tally.stated && slices.ContainsFunc(x.mentions, func(p *phrase) bool { return p.first <= f.tally.head && f.tally.head < p.last })
	})
}

// maySuffer reports whether x may be a victim of a for all that the sentences about them tell: of one who only acts or speaks there
// nothing befell him.
func (r *reader) maySuffer(a *account, x *entity) bool {
	h := x.head()
	if forces.has(h.noun.class) && !h.counted && !r.isNamed(h) || r.Tokens[h.first].Norm == "no" {
		return false
	}
	return slices.ContainsFunc(x.mentions, func(p *phrase) bool { return r.besideAccount(a, p) && !r.acts(p) })
}

// mayHaveDone reports whether x may have done a though no words of it say so: where somebody is known to have done it, only one who is
// named beside it. Who blames somebody did not.
func (r *reader) mayHaveDone(c *cast, a *account, x *entity) bool {
	if slices.ContainsFunc(c.parts[x], func(had grammatical) bool { return had.event.account == a && had.arg.role == patient }) {
		return false // whom it befell
	}
	if m := c.near[a][x]; slices.ContainsFunc(c.parts[x], func(had grammatical) bool {
		return had.arg.role == agent && (m.sentences > 0 || had.arg.phrase == m.phrase) && r.anotherDay(had.event.account, a)
	}) {
		return false // the gunmen of another day
	}
	if slices.ContainsFunc(x.mentions, func(p *phrase) bool { return r.judges(a, p) }) {
		return false
	}
	return (len(a.Perpetrators) == 0 || c.near[a][x].sentences == 0) && !r.isAccuser(c.near[a][x].phrase.head)
}

// judges reports whether p is the subject of a verb whose object a is, and which does not say that p did it: "the council |condemned the raid|".
func (r *reader) judges(a *account, p *phrase) bool {
	t := &r.Tokens[p.head]
	if t.Rel != text.Nsubj || t.Head < 0 || r.Tokens[t.Head].POS != text.VERB || r.eventOf[t.Head] != nil {
		return false
	}
	o := r.Child(t.Head, text.Obj)
	if g, carries := r.governorAt(t.Head); o < 0 || carries && g.subject == agent {
		return false
	}
	e := r.eventOf[o]
	return e != nil && e.account == a && violence.has(e.found.act)
}

// anotherDay reports whether an account tells of another day than a.
func (r *reader) anotherDay(b, a *account) bool {
	return b != nil && b != a && a.When != nil && b.When != nil && !r.daysMeet(a, b)
}

// isAccuser reports whether token i stands in the words for one who accuses somebody.
func (r *reader) isAccuser(i int) bool {
	return slices.ContainsFunc(r.statements, func(s *statement) bool { return s.claim.Act == concord.Accuse && s.source[0] <= i && i < s.source[1] })
}

// acts reports whether p is the subject of a verb in the active voice, or speaks.
func (r *reader) acts(p *phrase) bool {
	t := &r.Tokens[p.head]
	return r.speaks(p.head) || t.Rel == text.Nsubj && t.Head >= 0 && r.Tokens[t.Head].POS == text.VERB && !r.passive(t.Head) && r.eventOf[t.Head] == nil
}

// putIn adds what is proposed to the account.
func (r *reader) putIn(c *cast, q proposal) {
	p, e := c.near[q.a][q.x].phrase, c.near[q.a][q.x].event
	switch q.part {
	case perpetratorPart:
		r.addPerpetrator(q.a, p)
	case victimPart:
		r.addVictim(q.a, e, p)
	case objectPart:
		r.addObject(q.a, p, e.objectEffect())
	}
}

// addVictim adds those whom p names to the victims, unless they stand there. What became of them is left open, but for the abducted.
func (r *reader) addVictim(a *account, e *event, p *phrase) {
	t, ok := r.tallyAt(p.head)
	if !ok || slices.ContainsFunc(a.sufferers, func(s *sufferer) bool { return s.partOf != nil && s.first <= p.head && p.head <= s.last }) {
		return // "three of them children" are counted
	}
	effect := "unknown"
	if e.found.act == abduction {
		effect = e.effect()
	}
	if s := r.sufferer(t, effect, nil); r.knownAs(a.sufferers, s) == nil {
		a.sufferers = append(a.sufferers, s)
		a.Victims = append(a.Victims, r.victims([]*sufferer{s})...)
	}
}

// explainPart writes into the trace of the nearest event why somebody is held to have a part: the features that counted most.
func (r *reader) explainPart(model *weights, c *cast, q proposal) {
	s := sheet{named: true}
	r.weighPart(&s, c, q.a, q.x)
	p, e := c.near[q.a][q.x].phrase, c.near[q.a][q.x].event
	why := fmt.Sprintf("%s, probability %.2f", strings.Join(strings.Fields(r.Words(p.first, p.last)), " "), q.sure)
	e.because(partNames[q.part]+" of the incident", why, model.reasons(&s, int(q.part)), math.Abs)
}
