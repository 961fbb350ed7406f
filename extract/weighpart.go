package extract

import (
	"slices"
	"strconv"

	"concord/text"
)

// weighAround notes how x is spoken of: the words before it, the words that govern it, and whether it speaks.
func (r *reader) weighAround(once func(string, ...string), a *account, x *entity) {
	for _, p := range x.mentions {
		for i := p.first; i < p.head; i++ {
			if t := &r.Tokens[i]; t.POS != text.NUM && t.POS != text.PROPN && t.POS != text.PUNCT && r.actorAt[i] == 0 && r.placeAt[i] == 0 {
				once("before", t.Norm)
			}
		}
		apart := "far"
		if r.besideAccount(a, p) {
			apart = "near"
		}
		if h := r.Tokens[p.head].Head; h >= 0 && r.Tokens[h].POS != text.PROPN {
			once("governor", r.Tokens[h].Lemma, r.Tokens[p.head].Rel.String())
			once("governor near", r.Tokens[h].Lemma, r.Tokens[p.head].Rel.String(), apart)
		}
		if r.speaks(p.head) {
			once("speaks", apart)
		}
		once("preposition", r.prepositionOf(p), apart)
	}
}

// besideAccount reports whether p stands within two sentences of words of a.
func (r *reader) besideAccount(a *account, p *phrase) bool {
	return slices.ContainsFunc(a.events, func(e *event) bool {
		return distance(r.Tokens[e.head].Sentence, r.Tokens[p.head].Sentence) <= 2
	})
}

// weighRoles notes what x is to the events of this account and of others, and who is held answerable.
func (r *reader) weighRoles(once func(string, ...string), c *cast, a *account, x *entity) {
	for _, had := range c.parts[x] {
		switch e, g := had.event, had.arg; {
		case e.account == a:
			once("role", roleNames[g.role], kindOfHow(g.how))
			once("role act", roleNames[g.role], e.found.act.String())
		case e.account == nil:
			once("loose role", roleNames[g.role])
		default:
			once("other role", roleNames[g.role])
		}
	}
	for _, b := range c.blames[x] {
		where := "other"
		if b.account == a {
			where = "here"
		} else if b.account == nil {
			where = "loose"
		}
		once("blame", string(b.claim.Stance), where)
	}
}

// weighFilled notes what the account tells already.
func (r *reader) weighFilled(once func(string, ...string), a *account, class, kind string) {
	once("has", class, strconv.FormatBool(len(a.Perpetrators) > 0), strconv.FormatBool(len(a.Victims) > 0), strconv.FormatBool(len(a.Objects) > 0))
	for _, o := range a.Perpetrators {
		once("has perpetrator", class, o.Kind)
		once("has perpetrator kind", kind, o.Kind)
	}
	for _, o := range a.Victims {
		once("has victim", class, string(o.Status), o.Effect)
		once("has named victim", kind, strconv.FormatBool(o.Name != nil))
	}
	for _, o := range a.Objects {
		once("has object", class, o.Kind)
	}
	for _, o := range a.Weapons {
		once("has weapon", class, o.Kind)
	}
}

// weighRivals notes what else the report tells that x may have a part in.
func (r *reader) weighRivals(once func(string, ...string), c *cast, a *account, x *entity, class string) {
	apart, elsewhere := c.near[a][x].sentences, noPart
	for _, b := range c.filled[x] {
		if b != a {
			elsewhere = c.near[b][x].filled
			once("filled elsewhere", partNames[elsewhere], string(b.Type))
		}
	}
	once("closer", strconv.FormatBool(c.least[x] < apart), apartness(apart))
	once("elsewhere", partNames[elsewhere], class)
	for _, p := range x.mentions {
		for _, e := range c.events[r.Tokens[p.head].Sentence] {
			if e.account != a {
				once("told beside", e.found.act.String(), class)
			}
		}
	}
}

// weighBeside notes how e and p stand in one sentence.
func (r *reader) weighBeside(s *sheet, e *event, p *phrase) {
	act, c := e.found.act.String(), strconv.Itoa(int(p.noun.class))
	before, steps := "after", p.first-e.head
	if p.head < e.head {
		before, steps = "before", e.head-p.head
	}
	prep, voice, path := r.prepositionOf(p), r.voice(e), r.path(p.head, e.head)
	s.add("beside", before, nearness(steps))
	s.add("beside act", before, act)
	s.add("beside class", before, c)
	s.add("prep", prep)
	s.add("prep act", prep, act)
	s.add("prep class", prep, c, before)
	s.add("voice side", voice, before, nearness(steps))
	s.add("voice class", voice, before, c)
	s.add("path", path)
	s.add("path voice", path, voice)
	s.add("path class", path, c)
	if r.between(e, p) {
		s.add("another event between", before)
	}
}
