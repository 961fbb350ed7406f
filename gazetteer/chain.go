package gazetteer

import "concord/text"

// chain ties spots that name where another one lies: "Springfield, Illinois", "Douma (Syria)", "Urum al-Kubra, west of Aleppo".
func (f *finder) chain() {
	for i := range f.spots {
		s := &f.spots[i]
		f.beside(s)
		if i+1 == len(f.spots) || s.demonym != "" {
			continue
		}
		next := &f.spots[i+1]
		if next.demonym != "" || f.Tokens[s.first].Sentence != f.Tokens[next.first].Sentence {
			continue
		}
		switch f.gap(f.afterKind(s.last), next.first) {
		case held:
			switch {
			case len(s.options) == 0 || f.holds(next.name, s.name):
				s.holder = i + 1
			case f.Tokens[next.first-1].Norm != "," && f.strays(s.name, next.name):
				s.name.options, s.holder = nil, i+1 // "Solhan in Burkina Faso" is none of the Solhans known
			}
		case besides:
			s.holder, s.beside = i+1, true
		}
	}
}

// gap is how two names stand to one another by the words between them.
type gap uint8

const (
	apart   gap = iota
	held        // "X, Y", "X (Y"
	besides     // "X, west of Y", "X near Y"
)

// afterKind returns the token after the noun that says what kind of place a name before token i is, i where there is none.
func (f *finder) afterKind(i int) int {
	if f.tells(i) {
		return i + 1
	}
	return i
}

// gap tells how the names that end before token from and begin at token to stand to one another.
func (f *finder) gap(from, to int) gap {
	if to == from || to-from > 8 {
		return apart
	}
	if first := f.Tokens[from].Norm; to == from+1 && (first == "," || first == "(") {
		return held
	}
	if to == from+2 && f.Tokens[from].Norm == "," && f.Tokens[from+1].Norm == "in" || to == from+1 && (f.Tokens[from].Norm == "in" || f.Tokens[from].Norm == "of" && f.tells(from-1)) {
		return held
	}
	if f.Tokens[from].Norm == "in" && f.directed(from+1, to) {
		return held
	}
	if n := f.Tokens[from].Norm; n != "," && n != "(" && f.class(from)&nearBy == 0 {
		return apart
	}
	turn := false
	for i := from; i < to; i++ {
		c := f.class(i)
		turn = turn || c&(direction|nearBy) != 0
		if f.Tokens[i].POS == text.VERB || f.Tokens[i].POS == text.CCONJ {
			return apart
		}
	}
	if turn {
		return besides
	}
	return apart
}

// class returns what the table says of token i; 0 beyond the ends of the text.
func (f *finder) class(i int) class {
	if i < 0 || i >= len(f.Tokens) {
		return 0
	}
	return f.words().class[f.Tokens[i].Norm]
}

// holds reports whether some option of outer holds some option of inner.
func (f *finder) holds(outer, inner *name) bool {
	for o := range outer.options {
		for i := range inner.options {
			if f.g.contains(&outer.options[o], &inner.options[i]) {
				return true
			}
		}
	}
	return false
}

// contains reports whether place a holds place b.
func (g *Gazetteer) contains(a, b *option) bool {
	switch {
	case a.Country != b.Country && a.Country != "" && b.Country != "" || a.ID == b.ID && a.ID != 0:
		return false
	case a.Kind == Country:
		return b.Kind != Country && b.Kind != Continent
	case a.Kind == District:
		if b.Kind == District || b.Kind == Country {
			return false
		}
		inner, ok := g.district(b.ref, &b.Place)
		outer, known := g.district(a.ref, &a.Place)
		return ok && known && inner == outer || (!ok || !known) && a.Point.Kilometres(b.Point) < 150
	case a.Kind == County:
		return b.Kind.Town() && a.Point.Kilometres(b.Point) < 60
	case a.Kind == Region || a.Kind == Landform:
		return b.Kind.Town() && a.Point.Kilometres(b.Point) < 200
	case a.Kind.Town():
		return (b.Kind == Quarter || b.Kind == Site || b.Population < a.Population) && b.Kind.Town() && a.Point.Kilometres(b.Point) < 40
	}
	return false
}
