package actor

import (
	"concord"
	"concord/text"
)

// Find returns the actors that d names, in the order of the text, none inside another but peoples and owners ("Captain Sow's junta"). places are the
// report's places as gazetteer.Find gives them: they tell the report's country, and which countries act. It needs tokens, tags and
// lemmas, and d.Names for persons and organisations that no table holds.
func (x *Lexicon) Find(d *text.Doc, places []concord.PlaceMention) []concord.ActorMention {
	n := len(d.Tokens)
	f := &finder{Doc: d, Lexicon: x, found: make([]mention, 0, n/8), at: make([]int32, n), placed: make([]int, n), inPlace: make([]bool, n), known: make([]named, n)}
	f.country, f.countries = country(places)
	for i := range places {
		first, last := d.TokensIn(*places[i].Span)
		f.placed[first] = last
		for j := first; j < last; j++ {
			f.inPlace[j] = true
		}
	}
	f.norm = func(i int) string { return d.Tokens[i].Norm }
	f.lemma = func(i int) string { return d.Tokens[i].Lemma }
	for _, s := range d.Sentences {
		f.lookUpAll(s)
	}
	for _, s := range d.Sentences {
		f.sentence(s)
	}
	f.states(places)
	f.owners()
	return f.sorted()
}

// finder is one pass over a report.
type finder struct {
	*text.Doc
	*Lexicon
	country     string         // what the report is mostly about
	countries   map[string]int // how often it names places of each
	found       []mention
	at          []int32 // for each token the index of the mention that holds it + 1
	known       []named // by token
	inPlace     []bool  // whether a token stands in a place
	placed      []int   // by token, the end of the place that begins there, else 0
	norm, lemma func(int) string
	shouting    bool // the sentence at hand is in capitals throughout
}

// country returns the country that most of the places lie in, and how many lie in each.
func country(places []concord.PlaceMention) (best string, count map[string]int) {
	count = map[string]int{}
	for i := range places {
		if c := places[i].Country; c != "" {
			if count[c]++; best == "" || count[c] > count[best] {
				best = c
			}
		}
	}
	return best, count
}

// sentence finds the actors of one sentence by the heads of its noun phrases.
func (f *finder) sentence(s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		if c := f.Text[f.Tokens[i].Start]; c < 'a' || c > 'z' {
			if code, n := f.people.Match(f.norm, i, s.Last); n > 0 {
				f.nationality(i, i+n, code)
			}
		}
		if f.isHead(i, s.Last) {
			f.phrase(i)
		} else if old := f.calledInFull(f.norm(i)); old != nil && f.at[i] == 0 { // "a coalition aircraft"
			m := old.ActorMention
			f.add(i, i+1, m)
		}
		if c := f.Text[f.Tokens[i].Start]; c >= '1' && c <= '9' || f.capital(i) {
			f.unit(i, s.Last)
		}
	}
	for i := s.First; i < s.Last; i++ {
		if e, n := f.match(i, s.Last); n > 0 {
			f.entry(i, i+n, e)
			i += n - 1
		}
	}
}

// isHead reports whether token i ends a noun phrase: a noun that no noun follows.
func (f *finder) isHead(i, end int) bool {
	t := &f.Tokens[i]
	if t.POS != text.NOUN && t.POS != text.PROPN && !(t.POS == text.ADJ && f.substantive(i, end)) {
		return false
	}
	if i+1 == end {
		return true
	}
	next := &f.Tokens[i+1]
	if next.POS == text.NOUN || next.POS == text.PROPN {
		return false
	}
	return next.Norm != "-" || t.SpaceAfter || next.SpaceAfter
}

// substantive reports whether an adjective stands for people: "the wounded", "the displaced".
func (f *finder) substantive(i, end int) bool {
	switch f.Tokens[i].Norm {
	case "wounded", "injured", "dead", "displaced", "elderly", "missing", "detained":
	default:
		return false
	}
	return i > 0 && f.Tokens[i-1].Norm == "the" && (i+1 == end || f.Tokens[i+1].POS != text.ADJ && f.Tokens[i+1].POS != text.NOUN && f.Tokens[i+1].POS != text.PROPN)
}

// phrase reads the noun phrase with this head as an actor, if it is one.
func (f *finder) phrase(head int) {
	nm := f.NameAt(head)
	if nm != nil && nm.Last > head+1 {
		return // its last word is the head
	}
	first := f.afterDay(f.Chunk(head), head)
	switch {
	case f.ends(head):
	case nm != nil && f.placed[nm.First] == nm.Last:
	case nm != nil && happenings()[f.Tokens[nm.Last-1].Norm]:
	case nm != nil && nm.Kind == text.PersonName && (nm.Last-nm.First > 1 && !f.isTitle(nm) || !f.isPeople(head)):
		f.person(first, head, nm)
	case nm != nil && nm.Kind == text.OrganisationName && nm.First < first:
		f.organisation(nm) // "Members of the Security Council"
	case f.group(first, head):
	case nm != nil && nm.Kind == text.OrganisationName:
		f.organisation(nm)
	}
}

// isTitle reports whether a name is no more than an office: "Foreign Minister".
func (f *finder) isTitle(nm *text.Name) bool {
	n, ok := f.noun(nm.First, nm.Last-1)
	return ok && !n.body && n.side == concord.Official && nm.Last-nm.First == 2 && f.Tokens[nm.First].POS == text.ADJ
}
