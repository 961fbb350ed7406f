package actor

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// happenings are the words of lexicon/happenings.tsv.
var happenings = sync.OnceValue(func() map[string]bool { return lexicon.Set("happenings", "word") })

// organisation adds an organisation that only its name tells.
func (f *finder) organisation(nm *text.Name) {
	if happenings()[f.Tokens[nm.First].Norm] || happenings()[f.Tokens[nm.Last-1].Norm] {
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
