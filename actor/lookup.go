package actor

import (
	"strings"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// named is a name of the tables that begins at a token: its entry and its number of tokens, 0 for none.
type named struct {
	entry *entry
	n     int
}

// match returns the name of the tables that begins at token i and ends by end.
func (f *finder) match(i, end int) (*entry, int) {
	if k := &f.known[i]; k.n > 0 && i+k.n <= end {
		return k.entry, k.n
	}
	return nil, 0
}

// lookUpAll reads the names of the tables in a sentence.
func (f *finder) lookUpAll(s text.Sentence) {
	f.shouting = inCapitals(f.Words(s.First, s.Last))
	for i := s.First; i < s.Last; i++ {
		f.known[i] = f.lookUp(i, s.Last)
	}
}

// lookUp reads a name of the tables that begins at token i.
func (f *finder) lookUp(i, end int) named {
	same, n := f.named.Match(f.norm, i, end)
	if n == 0 {
		return named{}
	}
	form := f.Form(i)
	a, ok := same.of(f.Words(i, i+n), f.countries)
	if c := form[0]; !ok || c >= 'a' && c <= 'z' && f.Tokens[i+n-1].POS == text.VERB {
		return named{}
	}
	if nm := f.NameAt(i); nm != nil && n < nm.Last-nm.First && nm.Kind != text.PersonName && (nm.Last > i+n || nm.First < i && nm.Kind == text.OrganisationName) {
		return named{} // a piece of a longer name
	}
	if pos := f.Tokens[i].POS; a.capitals && n == 1 && f.shouting && pos != text.PROPN && pos != text.NOUN && pos != text.ADJ {
		return named{} // "US" and "WHO" are words there
	}
	return named{a.entry, n}
}

// inCapitals reports whether a text has no small letter of the Latin alphabet.
func inCapitals(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

// ends adds the actor of the tables whose name ends in the head.
func (f *finder) ends(head int) bool {
	for i := max(f.Sentences[f.Tokens[head].Sentence].First, head-9); i <= head; i++ {
		if e, n := f.match(i, head+1); n > 0 && i+n == head+1 {
			f.entry(i, head+1, e)
			return true
		}
	}
	return false
}

// entry adds an actor of the tables, with its article and the adjectives between where nothing follows that it only describes.
func (f *finder) entry(first, last int, e *entry) {
	m := concord.ActorMention{Name: e.name, Kind: e.kind, Country: e.country, Side: e.side, Role: e.role, Organisation: e.organisation}
	if voice := f.voice(e); e.kind != concord.Person && voice != f.bare(first, last) {
		m.Organisation = voice
	}
	switch head := f.isHead(last-1, f.Sentences[f.Tokens[first].Sentence].Last); {
	case e.kind == concord.Person:
		chunk := f.Chunk(last - 1)
		f.office(&m, chunk, first, last)
		first = f.titled(chunk, first)
	case head:
		first = f.article(first)
	}
	f.put(first, last, m, true)
}

// voice is the one name under which an actor of the tables counts as a source: a government speaks as its country.
func (f *finder) voice(e *entry) string {
	if country := lexicon.Country(e.country); country != "" && e.kind == concord.State && e.side == concord.Official && strings.HasSuffix(e.name, " government") {
		return country
	}
	return e.name
}

// article returns the token of the article before a name at token i, with adjectives between; i where there is none.
func (f *finder) article(i int) int {
	for j := i - 1; j >= f.Sentences[f.Tokens[i].Sentence].First; j-- {
		switch t := &f.Tokens[j]; {
		case t.Norm == "the":
			return j
		case t.POS != text.ADJ:
			return i
		}
	}
	return i
}
