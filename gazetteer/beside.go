package gazetteer

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
