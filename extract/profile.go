package extract

import (
	"concord/text"
)

// profile is what a report tells of a person by name.
type profile struct{ role, organisation string }

// nameHead returns the head of the actor's name that token i stands in: of "Office for Legal Aid" the office.
func (r *reader) nameHead(i int) int {
	for at := r.Tokens[i].Head; at >= 0 && r.actorAt[i] > 0 && r.actorAt[at] == r.actorAt[i]; at = r.Tokens[at].Head {
		i = at
	}
	return i
}

// readProfiles gathers the roles and organisations of the persons that the report names.
func (r *reader) readProfiles() {
	r.profiles = map[int]profile{}
	for i := range r.Names {
		n := &r.Names[i]
		if n.Kind != text.PersonName {
			continue
		}
		known := r.profiles[n.Same]
		for _, found := range [...]profile{r.roleBefore(n), r.roleAfter(n), r.roleAround(n)} {
			if known.role == "" {
				known.role = found.role
			}
			if known.organisation == "" {
				known.organisation = found.organisation
			}
		}
		r.profiles[n.Same] = known
	}
}

// roleBefore reads "White House spokesman" before a name.
func (r *reader) roleBefore(n *text.Name) profile {
	p := r.phraseOf(n.First)
	if p == nil || p.first >= n.First {
		return profile{}
	}
	return r.roleIn([2]int{p.first, n.First})
}

// roleAround reads "the regional head" before a name that commas set off: "the regional head, Ana Odo, said".
func (r *reader) roleAround(n *text.Name) profile {
	if n.First < 2 || n.Last >= len(r.Tokens) || r.Tokens[n.First-1].Norm != "," || r.Tokens[n.Last].Norm != "," || r.Tokens[n.First-2].Sentence != r.Tokens[n.Last].Sentence {
		return profile{}
	}
	p := r.phraseOf(n.First - 2)
	if p == nil || p.last != n.First-1 || p.plural || !p.definite || p.name != nil {
		return profile{}
	}
	if _, known := r.kindIn([2]int{p.first, p.last}); !known && !p.noun.class.people() && r.Tokens[n.First].Rel != text.Appos || p.noun.class.body() || p.noun.class.thing() {
		return profile{}
	}
	return r.roleIn([2]int{p.first, p.last})
}

// roleAfter reads ", the director of the hospital," after a name.
func (r *reader) roleAfter(n *text.Name) profile {
	if n.Last+1 >= len(r.Tokens) || r.Tokens[n.Last].Norm != "," || r.Tokens[n.Last].Sentence != r.Tokens[n.Last+1].Sentence {
		return profile{}
	}
	p := r.phraseOf(n.Last + 1)
	if p != nil && r.Tokens[p.head].POS == text.NUM && p.last+1 < len(r.Tokens) && r.Tokens[p.last].Norm == "," {
		p = r.phraseOf(p.last + 1) // "Ana Odo, 34, a farmer"
	}
	if p == nil || p.first > n.Last+3 || r.Tokens[p.head].POS == text.NUM || p.name != nil && p.name.Kind == text.PersonName {
		return profile{}
	}
	if rel := r.Tokens[p.head].Rel; rel != text.Appos && rel != text.Conj && rel != text.Nmod && rel != text.Flat {
		return profile{}
	}
	found := r.roleIn([2]int{p.first, p.last})
	if found.role == "" || found.organisation != "" {
		return found
	}
	if i := p.last; i+1 < len(r.Tokens) {
		switch r.Tokens[i].Norm {
		case "of", "for", "at", "in", "with", "to":
			if next := r.phraseOf(i + 1); next != nil {
				found.organisation = r.plainly([2]int{next.first, next.last})
			}
		}
	}
	return found
}

// roleIn parts a description into whom somebody speaks for, a name at its head, and the role that follows.
func (r *reader) roleIn(p [2]int) profile {
	var found profile
	first := p[0]
	for i := p[0]; i < p[1]; i++ {
		if n := r.NameAt(i); n != nil && n.Kind != text.PersonName {
			if n.Kind != text.NationalityName && n.Last < p[1] {
				found.organisation = r.Words(n.First, n.Last)
			}
			i = n.Last - 1
			first = n.Last
		} else if t := &r.Tokens[i]; t.Tag == text.Genitive || t.POS == text.DET || t.Tag == text.PRPS || t.POS == text.PUNCT && t.Norm != "-" {
			first = i + 1
		}
	}
	if first < p[1] && p[1]-first <= longestRole {
		found.role = r.Words(first, p[1])
	}
	return found
}

// longestRole is how many words may say what somebody is.
const longestRole = 6

// plainly returns the words of a phrase without articles before it.
func (r *reader) plainly(p [2]int) string {
	for p[0] < p[1]-1 && (r.Tokens[p[0]].POS == text.DET || r.isSign(p[0]) || r.Tokens[p[0]].POS == text.PUNCT || r.Tokens[p[0]].Tag == text.PRPS || r.Tokens[p[0]].Tag == text.Genitive || r.timeAt[p[0]]) {
		p[0]++
	}
	for p[1]-1 > p[0] && r.timeAt[p[1]-1] {
		p[1]--
	}
	return r.Words(p[0], p[1])
}
