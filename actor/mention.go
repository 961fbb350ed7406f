package actor

import (
	"sort"

	"concord"
)

// mention is an actor with its tokens.
type mention struct {
	concord.ActorMention
	first, last int
	gone        bool // a longer one holds it
	known       bool // the tables name it
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
