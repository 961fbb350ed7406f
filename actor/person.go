package actor

import (
	"strings"

	"concord"
	"concord/text"
)

// person adds a named person, with the title before the name.
func (f *finder) person(first, head int, nm *text.Name) {
	if nm.Last < len(f.Tokens) && nm.Last-nm.First == 1 && f.Tokens[nm.Last].Tag == text.CD && strings.HasSuffix(f.Form(nm.First), ".") {
		return // "Jan. 9"
	}
	f.add(f.titled(first, nm.First), head+1, f.bearer(nm, first))
}

// bearer returns the person that a name means, with his office, whose words may begin at token first.
func (f *finder) bearer(nm *text.Name, first int) concord.ActorMention {
	full := &f.Names[nm.Same]
	m := concord.ActorMention{Name: f.Words(full.First, full.Last), Kind: concord.Person, Side: concord.OtherSpeaker}
	if e, n := f.match(full.First, full.Last); n > 0 && e.kind == concord.Person {
		m.Name, m.Country, m.Side, m.Role, m.Organisation = e.name, e.country, e.side, e.role, e.organisation
	}
	f.office(&m, first, nm.First, nm.Last)
	return m
}

// titled returns where a person's mention begins: at the title before the name ("Deputy Secretary of State |Ana Cruz", "Minister for
// Lebanon |Ana Cruz" too), at the name where there is none.
func (f *finder) titled(first, name int) int {
	begin, titles := name, false
	for i := name - 1; i >= first; i-- {
		t := &f.Tokens[i]
		n, isTitle := f.noun(i, i)
		isTitle = isTitle && n.kind != "none"
		if !isTitle && (t.POS == text.NOUN && !(begin == i+1 && titles && f.capital(i) == f.capital(begin)) || t.Tag == text.Genitive || t.POS == text.PUNCT && t.Norm != "-" || f.inPlace[i] && !f.isPeoples(i)) {
			break
		}
		titles = titles || isTitle || t.POS == text.PROPN
		begin = i
	}
	if !titles {
		begin = name
	}
	if i := f.officeOf(begin); i >= 0 {
		return i
	}
	if begin == name && name > first && f.Tokens[name-1].Norm == "the" {
		return name - 1
	}
	return begin
}

// isPeoples reports whether token i is a demonym.
func (f *finder) isPeoples(i int) bool {
	_, n := f.people.Match(f.norm, i, i+1)
	return n > 0
}

// officeOf returns where an office begins whose "of" or "for" phrase ends before token i, -1 where none does.
func (f *finder) officeOf(i int) int {
	low := f.Sentences[f.Tokens[i].Sentence].First
	for i--; i > low && (f.inPlace[i] || f.Tokens[i].Norm == "the"); i-- {
	}
	if i <= low || f.Tokens[i].Norm != "of" && f.Tokens[i].Norm != "for" {
		return -1
	}
	if n, ok := f.noun(i-1, i-1); ok && n.side == concord.Official {
		return f.Chunk(i - 1)
	}
	return -1
}

// office reads a person's office from the words before the name (from first) or in the apposition after it (from last), and
// whom he holds it for.
func (f *finder) office(m *concord.ActorMention, first, name, last int) {
	begin, end := first, name
	if n, ok := f.noun(first, name-1); first < name && ok && !n.body {
		m.Side = n.side
	} else if begin, end = f.apposition(last); begin < end {
		n, _ := f.noun(begin, end-1)
		m.Side = n.side
	} else {
		return
	}
	m.Role = strings.ToLower(f.role(begin, end))
	if code := f.countryIn(begin, end); code != "" {
		m.Country = code
	}
	if of := f.heldFor(begin, end); of != "" {
		m.Organisation = of
	}
	if side := f.sideOf(m.Organisation); side != "" {
		m.Side = side
	}
}

// apposition returns the noun phrase after the comma behind a name where it is an office: ", the foreign minister".
func (f *finder) apposition(last int) (begin, end int) {
	if last+1 >= len(f.Tokens) || f.Tokens[last].Norm != "," || f.Tokens[last+1].Sentence != f.Tokens[last].Sentence {
		return 0, 0
	}
	limit := min(f.Sentences[f.Tokens[last].Sentence].Last, last+9)
	for i := last + 1; i < limit; i++ {
		t := &f.Tokens[i]
		if t.POS == text.VERB || t.POS == text.AUX || t.POS == text.PUNCT && t.Norm != "-" {
			return 0, 0
		}
		if f.isHead(i, limit) {
			if i+1 < limit && f.Tokens[i+1].Tag == text.Genitive {
				continue
			}
			if n, ok := f.noun(last+1, i); ok && !n.body {
				return last + 1, i + 1
			}
			return 0, 0
		}
	}
	return 0, 0
}

// role returns the words of an office without article, nationality and owner.
func (f *finder) role(begin, end int) string {
	for i := begin; i < end; i++ {
		t := &f.Tokens[i]
		if t.Tag == text.Genitive {
			begin = i + 1
		}
	}
	for begin < end-1 {
		t := &f.Tokens[begin]
		_, n := f.people.Match(f.norm, begin, end)
		if n == 0 && t.POS != text.DET && t.Tag != text.PRPS && t.Norm != "former" && t.Norm != "then" && t.Norm != "-" {
			break
		}
		begin += max(n, 1)
	}
	return f.Words(begin, end)
}

// heldFor returns whom an office is held for: "of X" after it, an actor in it or its owner.
func (f *finder) heldFor(begin, end int) string {
	limit := f.Sentences[f.Tokens[begin].Sentence].Last
	if end+1 < limit && (f.Tokens[end].Norm == "of" || f.Tokens[end].Norm == "for") {
		at := end + 1
		if f.Tokens[at].POS == text.DET && at+1 < limit {
			at++
		}
		if e, n := f.match(at, limit); n > 0 && e.kind != concord.Person {
			return e.name
		}
		if nm := f.NameAt(at); nm != nil && nm.Kind == text.OrganisationName {
			return f.Words(f.Names[nm.Same].First, f.Names[nm.Same].Last)
		}
	}
	for i := begin; i < end; i++ {
		if e, n := f.match(i, end); n > 0 && e.kind != concord.Person {
			return e.name
		}
		if nm := f.NameAt(i); nm != nil && nm.Kind == text.OrganisationName && nm.Last <= end {
			return f.Words(nm.First, nm.Last)
		}
	}
	return ""
}

// sideOf returns the side of an organisation of the tables.
func (f *finder) sideOf(name string) concord.SpeakerKind {
	if name == "" {
		return ""
	}
	words := strings.Fields(strings.ToLower(name))
	same, n := f.named.Match(func(i int) string { return words[i] }, 0, len(words))
	if n == len(words) {
		a, _ := same.of(strings.ToUpper(name), f.countries)
		return a.side
	}
	return ""
}
