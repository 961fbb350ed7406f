package gazetteer

import "concord/text"

// fix lets the words beside a spot decide, and a holder told in the text ("Springfield, Illinois"): for its spot's name and for its own.
func (f *finder) fix() {
	for i := range f.spots {
		s := &f.spots[i]
		if s.preceding&within != 0 && s.demonym == "" && f.parleys(s) {
			for j := range s.options {
				if o := &s.options[j]; o.Kind == Capital || o.Kind == Capital1 && o.Population > 100000 {
					o.score += 3
				}
			}
		}
		if kind, ok := f.kindBeside(s); ok {
			for j := range s.options {
				if o := &s.options[j]; o.Kind == kind || kind.Town() && o.Kind.Town() || kind == Region && o.Kind == District {
					o.score += 2.5
				}
			}
		}
		if s.demonym == "" && s.holder >= 0 && f.spots[s.holder].name != nil {
			f.tie(s, f.spots[s.holder].name)
		}
	}
}

// tie raises the options of a spot that lie in or near one of its holder's, and those of the holder.
func (f *finder) tie(s *spot, holder *name) {
	for j := range s.options {
		for k := range holder.options {
			o, h := &s.options[j], &holder.options[k]
			switch {
			case !s.beside && f.g.contains(h, o):
				o.score += 5
				h.score += 2
			case s.beside && o.Point.Kilometres(h.Point) < besideReach:
				o.score += 2.5
				h.score++
			}
		}
	}
}

// parleys reports whether the words before a spot tell of talks or accords: those are held in cities that the world knows.
func (f *finder) parleys(s *spot) bool {
	for i := s.first - 1; i >= max(s.first-8, f.Sentences[f.Tokens[s.first].Sentence].First); i-- {
		if f.class(i)&parley != 0 {
			return true
		}
	}
	return false
}

// kindBeside returns the kind of place that a word beside the spot says it is: "Idlib |province", "the town of |Usulutan".
func (f *finder) kindBeside(s *spot) (Kind, bool) {
	if s.demonym != "" {
		return 0, false
	}
	after := ""
	if s.last < len(f.Tokens) {
		after = f.Tokens[s.last].Norm
	}
	kind, ok := f.words().after[after]
	if !ok && s.last-s.first > 1 { // "Hama Province" as one name
		kind, ok = f.words().after[f.Tokens[s.last-1].Norm]
	}
	if !ok && s.first > 1 && f.Tokens[s.first-1].Norm == "of" {
		switch word := f.Tokens[s.first-2].Norm; word {
		case "town", "city", "village", "port", "suburb", "towns", "cities", "villages":
			return Village, true
		default:
			kind, ok = f.words().after[word]
		}
	}
	return kind, ok && (kind == District || kind == County || kind == Region)
}

// closeTo reports whether an option of one name lies near one of the other.
func (f *finder) closeTo(a, b *name) bool {
	for i := range a.options {
		for j := range b.options {
			if a.options[i].Point.Kilometres(b.options[j].Point) < besideReach {
				return true
			}
		}
	}
	return false
}

// besideReach is how many kilometres a place may lie from the one that it is told to lie near, or west of.
const besideReach = 120

// beside reads the words beside a spot: what it says of the kind of place, and whether the place is only near.
func (f *finder) beside(s *spot) {
	first := f.Tokens[s.first].Sentence
	before := func(n int) int {
		if i := s.first - n; i >= f.Sentences[first].First {
			return i
		}
		return -1
	}
	i := before(1)
	for i >= 0 && (f.class(i)&direction != 0 || f.Tokens[i].POS == text.DET) && f.Tokens[i].Norm != "to" {
		s.preceding |= f.class(i) & direction
		i--
		if i < f.Sentences[first].First {
			i = -1
		}
	}
	if i < 0 {
		return
	}
	s.preceding |= f.class(i)
	if i < s.first-1 {
		s.preceding &^= struck // "shelled the |Castello road"
	}
	s.near = f.class(i)&nearBy != 0
	if f.Tokens[i].Norm == "of" && i > f.Sentences[first].First {
		if c := f.class(i - 1); c&(ofKind|direction) != 0 {
			s.preceding |= ofKind
			s.near = c&direction != 0 || f.Tokens[i-1].Norm == "outskirts" || f.Tokens[i-1].Norm == "countryside"
		}
	}
}

// strays reports whether no option of a name is large or in the country of another name, which is a country's or a district's: then what
// is told to lie there is none of those options.
func (f *finder) strays(a, outer *name) bool {
	holder := false
	for i := range outer.options {
		k := outer.options[i].Kind
		holder = holder || k == Country || k == District
	}
	for i := range a.options {
		o := &a.options[i]
		if !o.Kind.Town() || o.Kind == Capital || o.Population > 100000 {
			return false
		}
		for j := range outer.options {
			if outer.options[j].Country == o.Country {
				return false
			}
		}
	}
	return holder
}

// directed reports whether tokens [first, last) only say which part of a place is meant: "the northern", "the north of".
func (f *finder) directed(first, last int) bool {
	for i := first; i < last; i++ {
		if f.class(i)&direction == 0 && f.Tokens[i].Norm != "the" && f.Tokens[i].Norm != "of" {
			return false
		}
	}
	return last > first
}
