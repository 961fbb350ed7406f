package actor

import (
	"sort"
	"strings"
	"sync"
	"time"

	"concord"
	"concord/lexicon"
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

// mention is an actor with its tokens.
type mention struct {
	concord.ActorMention
	first, last int
	gone        bool // a longer one holds it
	known       bool // the tables name it
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
	case nm != nil && happening[f.Tokens[nm.Last-1].Norm]:
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
	f.shouting = upper(f.Words(s.First, s.Last)) != ""
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

func upper(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'a' && s[i] <= 'z' {
			return ""
		}
	}
	return s
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

// happening are words that make a name one of something that takes place or is written, not of an organisation.
var happening = map[string]bool{"operation": true, "resolution": true, "conference": true, "summit": true, "treaty": true, "agreement": true,
	"war": true, "festival": true, "convention": true, "accord": true, "accords": true, "process": true, "plan": true, "act": true, "report": true, "massacre": true, "attack": true, "battle": true, "offensive": true, "storm": true}

// organisation adds an organisation that only its name tells.
func (f *finder) organisation(nm *text.Name) {
	if happening[f.Tokens[nm.First].Norm] || happening[f.Tokens[nm.Last-1].Norm] {
		return
	}
	full := &f.Names[nm.Same]
	m := concord.ActorMention{Name: f.Words(full.First, f.reach(full)), Kind: concord.Organisation, Side: concord.OtherSpeaker}
	if n, ok := f.noun(full.First, full.Last-1); ok {
		if n.kind == "none" && full.Last-full.First == 1 {
			return
		}
		m.Kind, m.Side = n.kind, n.side
		if m.Kind == concord.OtherActor {
			m.Kind = concord.Organisation
		}
	}
	m.Country = f.countryIn(full.First, full.Last)
	if a, ok := f.within(full); ok {
		m.Kind, m.Side, m.Organisation = a.kind, a.side, a.name
	}
	f.add(f.article(nm.First), f.reach(nm), m)
}

// afterDay returns where the phrase from first to head begins past a day or month that a preposition before it governs: "on Saturday
// |police said".
func (f *finder) afterDay(first, head int) int {
	if first == 0 || first == head || f.Tokens[first+1].Tag == text.Genitive {
		return first
	}
	if calendar()[f.Form(first)] {
		switch f.Tokens[first-1].Norm {
		case "on", "in", "since", "early", "late":
			first++
		default:
			return first
		}
	} else if !calendar()[f.Form(first-1)] {
		return first
	}
	switch f.Tokens[first].Norm {
	case "morning", "afternoon", "evening", "night":
		return min(first+1, head)
	}
	return first
}

// calendar holds the names of days and months.
var calendar = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[d.String()] = true
	}
	for m := time.January; m <= time.December; m++ {
		names[m.String()] = true
	}
	return names
})

// reach returns the end of an organisation's name with the words in capitals that the names' model cuts off: "Human Rights |Monitor",
// "Institute |of Justice".
func (f *finder) reach(nm *text.Name) int {
	end, last := f.Sentences[f.Tokens[nm.First].Sentence].Last, nm.Last
	of := last+1 < end && f.Tokens[last].Norm == "of" && f.capital(last+1) && nm.Last-nm.First == 1
	if of {
		last++
	}
	for last < end && f.capital(last) && (f.Tokens[last].POS == text.NOUN || f.Tokens[last].POS == text.PROPN) && (of || f.NameAt(last) == nil) && !f.inPlace[last] && !calendar()[f.Form(last)] {
		last++
	}
	if f.Tokens[last-1].Norm == "of" {
		return nm.Last
	}
	return last
}

// within returns the actor of the tables whose name a longer one ends in: "Members of the |Security Council".
func (f *finder) within(nm *text.Name) (a alias, ok bool) {
	for i := nm.First + 1; i < nm.Last && !ok; i++ {
		if same, n := f.named.Match(f.norm, i, nm.Last); n > 1 && i+n == nm.Last {
			a, ok = same.of(f.Words(i, nm.Last), f.countries)
		}
	}
	return a, ok
}

// add keeps a mention, in place of shorter ones that it covers; it gives way to one that covers it.
func (f *finder) add(first, last int, m concord.ActorMention) { f.put(first, last, m, false) }

// put is add; a mention of the tables takes the place of another with the same words.
func (f *finder) put(first, last int, m concord.ActorMention, known bool) {
	for i := first; i < last; i++ {
		if k := f.at[i]; k > 0 {
			old := &f.found[k-1]
			if old.Kind == concord.Nationality {
				continue
			}
			if old.last-old.first > last-first || old.last-old.first == last-first && (!known || old.known) {
				return
			}
			old.gone = true
		}
	}
	m.Span = f.Span(first, last)
	f.found = append(f.found, mention{ActorMention: m, first: first, last: last, known: known})
	for i := first; i < last; i++ {
		f.at[i] = int32(len(f.found))
	}
}

// sorted returns what was found in the order of the text.
func (f *finder) sorted() []concord.ActorMention {
	out := make([]concord.ActorMention, 0, len(f.found))
	for i := range f.found {
		m := &f.found[i]
		if k := f.at[m.first]; m.Kind == concord.Nationality && k != int32(i+1) && f.found[k-1].Kind != concord.OtherActor && f.found[k-1].Kind != concord.Organisation {
			m.gone = true // a word in another actor's name
		}
		if !m.gone {
			out = append(out, f.found[i].ActorMention)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Start != out[j].Start {
			return out[i].Start < out[j].Start
		}
		return out[i].End > out[j].End
	})
	return out
}
