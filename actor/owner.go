package actor

import (
	"concord"
	"concord/text"
)

// owners adds the persons named as whose a longer mention's people are: "|Captain Omar Sow|'s junta". Such a mention lies inside the longer one.
func (f *finder) owners() {
	for i := range f.Names {
		nm := &f.Names[i]
		if nm.Kind != text.PersonName || nm.Last >= len(f.Tokens) || f.Tokens[nm.Last].Tag != text.Genitive || f.at[nm.First] == 0 {
			continue
		}
		holder := &f.found[f.at[nm.First]-1]
		if holder.gone || holder.last <= nm.Last || holder.Kind == concord.Person {
			continue
		}
		first, m := f.titled(holder.first, nm.First), f.bearer(nm, holder.first)
		m.Span = f.Span(first, nm.Last)
		f.found = append(f.found, mention{ActorMention: m, first: first, last: nm.Last})
	}
}
