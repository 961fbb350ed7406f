package extract

import (
	"slices"
	"strconv"
)

// part is what somebody or something is to an account.
type part uint8

// The parts, in the order of the classes of the model "part".
const (
	noPart part = iota
	perpetratorPart
	victimPart
	objectPart
	partCount
)

var partNames = [...]string{"none", "perpetrator", "victim", "object"}

// cast is a report as the model of parts sees it: who is spoken of, which events each sentence tells, and how far off.
type cast struct {
	entities []*entity
	events   map[int][]*event // by sentence
	near     map[*account]map[*entity]meeting
	least    map[*entity]int           // sentences between each and the account that it stands nearest to
	filled   map[*entity][]*account    // accounts in which the rules give each a part, in their order
	parts    map[*entity][]grammatical // roles of each in events, in the order of the text
	blames   map[*entity][]*blame      // that name them
	groups   int                       // armed groups that are named
}

// grammatical is a role that the grammar gives in an event.
type grammatical struct {
	event *event
	arg   argument
}

// meeting is where the words for an entity and those of an account stand nearest to one another, and what the one is to the other.
type meeting struct {
	phrase    *phrase
	event     *event
	sentences int  // between the two
	filled    part // that the entity has in the account by the rules
}

func (r *reader) readCast() *cast {
	c := &cast{entities: r.entities(), events: map[int][]*event{}, near: map[*account]map[*entity]meeting{},
		least: map[*entity]int{}, filled: map[*entity][]*account{}, parts: map[*entity][]grammatical{}, blames: map[*entity][]*blame{}}
	for _, e := range r.events {
		at := r.Tokens[e.head].Sentence
		c.events[at] = append(c.events[at], e)
	}
	c.readParts(r.events)
	for _, x := range c.entities {
		c.blames[x] = r.blamesOn(x)
		if r.isGroup(x) {
			c.groups++
		}
	}
	for _, a := range r.accounts {
		c.near[a] = map[*entity]meeting{}
		for _, x := range c.entities {
			m := r.nearest(a, x)
			m.filled = r.filledAs(a, x)
			c.near[a][x] = m
			if least, ok := c.least[x]; !ok || m.sentences < least {
				c.least[x] = m.sentences
			}
			if m.filled != noPart {
				c.filled[x] = append(c.filled[x], a)
			}
		}
	}
	return c
}

// readParts finds the roles that the grammar gives in events.
func (c *cast) readParts(events []*event) {
	meant := map[*phrase][]*entity{}
	for _, x := range c.entities {
		for _, p := range x.mentions {
			meant[p] = append(meant[p], x)
		}
	}
	for _, e := range events {
		for _, g := range e.args {
			for _, x := range meant[g.phrase] {
				c.parts[x] = append(c.parts[x], grammatical{e, g})
			}
		}
	}
}

// blamesOn returns the blames that name x.
func (r *reader) blamesOn(x *entity) (list []*blame) {
	name := r.nameOf(x.head())
	for _, b := range r.blames {
		if sameWords(b.claim.Responsibility.Actor.Name, name) {
			list = append(list, b)
		}
	}
	return list
}

// isGroup reports whether x is an armed group that goes by a name.
func (r *reader) isGroup(x *entity) bool {
	return x.head().noun.class == group && r.kindOf(x.head()) == "organisation"
}

// nearest returns where x and a meet.
func (r *reader) nearest(a *account, x *entity) (m meeting) {
	best := -1
	for _, q := range x.mentions {
		for _, f := range a.events {
			apart := distance(r.Tokens[q.head].Sentence, r.Tokens[f.head].Sentence)
			if d := apart*1000 + min(distance(q.head, f.head), 999); best < 0 || d < best {
				best, m = d, meeting{phrase: q, event: f, sentences: apart}
			}
		}
	}
	return m
}

// apartness puts a number of sentences into a bucket.
func apartness(sentences int) string {
	switch {
	case sentences <= 2:
		return strconv.Itoa(sentences)
	case sentences <= 5:
		return "5"
	case sentences <= 10:
		return "10"
	}
	return "far"
}

// weighPart writes the features of x as one who has a part in account a.
func (r *reader) weighPart(s *sheet, c *cast, a *account, x *entity) {
	s.reset()
	m := c.near[a][x]
	p, e, sentences := m.phrase, m.event, m.sentences
	class, near, act := strconv.Itoa(int(p.noun.class)), apartness(sentences), e.found.act.String()
	kind, filled := r.kindOf(p), partNames[m.filled]
	s.add("bias")
	s.add("class", class)
	s.add("kind", kind, near)
	s.add("class near", class, near)
	s.add("class type near", class, string(a.Type), near)
	s.add("class act near", class, act, near)
	s.add("filled", filled, class)
	s.add("filled near", filled, near)
	if p.name == nil && !p.counted || p.common {
		s.add("word", r.Tokens[p.head].Lemma)
		s.add("word near", r.Tokens[p.head].Lemma, near)
	}
	s.add("mentions", strconv.Itoa(min(len(x.mentions), 4)), class)
	s.add("first", depth(r.Tokens[x.head().head].Sentence), class)
	if p.counted {
		s.add("counted", near)
	}
	s.add("definite", strconv.FormatBool(x.head().definite), class)
	s.add("side", strconv.FormatBool(p.head < e.head), near)
	once := s.once()
	r.weighAround(once, a, x)
	r.weighRoles(once, c, a, x)
	r.weighFilled(once, a, class, kind)
	r.weighRivals(once, c, a, x, class)
	s.add("rank", strconv.Itoa(min(slices.Index(r.accounts, a), 4)), near)
	s.add("accounts", strconv.Itoa(min(len(r.accounts), 5)), class)
	if r.isGroup(x) {
		s.add("groups", strconv.Itoa(min(c.groups, 3)))
	}
	if sentences == 0 {
		r.weighBeside(s, e, p)
	}
}
