package text

// tie finds the antecedents of pronouns and role nouns.
func (r *resolver) tie() {
	r.antecedents = map[int]int{}
	before := 0 // names that begin before token i
	for i := range r.Tokens {
		for before < len(r.Names) && r.Names[before].First < i {
			before++
		}
		name := -1
		switch t := &r.Tokens[i]; t.Norm {
		case "he", "him", "his", "himself":
			name = r.person(i, before, man)
		case "she", "her", "hers", "herself":
			name = r.person(i, before, woman)
		default:
			if r.NameAt(i) == nil && r.isDefinite(i) {
				name = r.role(t.Norm, before)
			}
		}
		if name >= 0 {
			r.antecedents[i] = r.Names[name].Same
		}
	}
}

// isDefinite reports whether token i heads "the minister", "the defence ministry".
func (r *resolver) isDefinite(i int) bool {
	c := r.cues.Get(r.Tokens[i].Norm)
	if c&(titleCue|organisationCue) == 0 || i+1 < len(r.Tokens) && r.NameAt(i+1) != nil && c&titleCue != 0 {
		return false
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		switch r.Tokens[k].Norm {
		case "the", "The", "this":
			return true
		}
		if r.Tokens[k].Sentence != r.Tokens[i].Sentence || !isAlphabetic(r.Tokens[k].Norm) {
			return false
		}
	}
	return false
}

// pronounReach is how many sentences back a pronoun may point.
const pronounReach = 6

// person returns the person before token i whom a pronoun of this gender means, or -1: of the names in the nearest
// sentences the one that stands best, quotations aside.
func (r *resolver) person(i, before int, g gender) int {
	best, top := -1, -1000
	seen := map[int]int{} // how often a bearer was named
	for j := before - 1; j >= 0; j-- {
		n, b := &r.Names[j], &r.of[j]
		back := r.Tokens[i].Sentence - r.Tokens[n.First].Sentence
		if back > pronounReach {
			break
		}
		full := r.of[n.Same]
		if n.Kind != PersonName || n.Last > i || disagree(b.gender, g) || disagree(full.gender, g) {
			continue
		}
		seen[n.Same]++
		score := 2*b.weight - 3*back + min(seen[n.Same], 3)
		if b.quoted {
			score -= 4
		}
		if score > top {
			best, top = j, score
		}
	}
	return best
}

func disagree(a, b gender) bool { return a != anyGender && b != anyGender && a != b }

// role returns the last name before that bears the role, or that the noun is a word of.
func (r *resolver) role(noun string, before int) int {
	for j := before - 1; j >= 0; j-- {
		n := &r.Names[j]
		switch n.Kind {
		case PersonName:
			for _, role := range append(r.of[j].roles, r.of[n.Same].roles...) {
				if role == noun {
					return j
				}
			}
		case OrganisationName:
			if words := r.of[n.Same].words; len(words) > 1 && contains(words, []string{noun}) {
				return j
			}
		}
	}
	return -1
}
